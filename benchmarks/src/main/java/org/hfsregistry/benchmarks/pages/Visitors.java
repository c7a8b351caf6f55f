package org.hfsregistry.benchmarks.pages;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.hfsregistry.benchmarks.client.ReadingClient;

/**
 * People who ask for pages at a steady rate, whether earlier ones were answered or not, as long as a connection is free. A page's
 * time begins when it is due, so that one which had to wait for a connection is not taken for a quick one.
 */
final class Visitors {

    private static final double NANOS_OF_A_SECOND = 1e9;
    private static final double NANOS_OF_A_MILLI = 1e6;
    private static final double NOT_ANSWERED = -1;

    private final URI analytics;
    private final Options options;
    private int before;

    Visitors(URI analytics, Options options) {
        this.analytics = analytics;
        this.options = options;
    }

    /** Asks for pages over so many seconds, and returns when all are answered. */
    Seen visit(int seconds) throws Exception {
        int rounds = Math.max(1, options.rate * seconds / Visit.HOSPITALS);
        Part part = new Part(before, new double[rounds * Visit.ROUND]);
        before += part.millis.length;
        try (ExecutorService connections = Executors.newFixedThreadPool(options.connections)) {
            List<Future<?>> all = new ArrayList<>();
            for (int connection = 0; connection < options.connections; connection++) {
                all.add(connections.submit(part::visitAll));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
        return new Seen(part);
    }

    /** What is asked for between two moments. */
    private final class Part {
        private final int first;
        private final double[] millis;
        private final AtomicInteger next = new AtomicInteger();
        private final long start = System.nanoTime();

        private Part(int first, double[] millis) {
            this.first = first;
            this.millis = millis;
        }

        private void visitAll() {
            int number = next.getAndIncrement();
            while (number < millis.length) {
                try (ReadingClient client = new ReadingClient(analytics)) {
                    while (number < millis.length) {
                        millis[number] = visit(client, number);
                        number = next.getAndIncrement();
                    }
                } catch (IOException connectionIsLost) {
                    millis[number] = NOT_ANSWERED;
                    number = next.getAndIncrement();
                }
            }
        }

        private double visit(ReadingClient client, int number) throws IOException {
            long due = start
                    + (long) (number * (NANOS_OF_A_SECOND * Visit.HOSPITALS / (Visit.ROUND * (double) options.rate)));
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            Visit visit = visited(number);
            boolean good = client.get(visit.path(), visit.headers()).isGood();
            return good ? (System.nanoTime() - due) / NANOS_OF_A_MILLI : NOT_ANSWERED;
        }

        private Visit visited(int number) {
            return Visit.number(first + number, options.hospitals);
        }
    }

    /** How long pages took. */
    static final class Seen {
        private final Part part;

        private Seen(Part part) {
            this.part = part;
        }

        int pages() {
            return part.millis.length;
        }

        long errors() {
            return Arrays.stream(part.millis)
                    .filter(millis -> millis == NOT_ANSWERED)
                    .count();
        }

        /** Of a kind, in milliseconds, from the shortest to the longest. */
        double[] millis(Visit.Kind kind) {
            return IntStream.range(0, part.millis.length)
                    .filter(number -> part.visited(number).kind() == kind)
                    .mapToDouble(number -> part.millis[number])
                    .filter(millis -> millis != NOT_ANSWERED)
                    .sorted()
                    .toArray();
        }
    }
}
