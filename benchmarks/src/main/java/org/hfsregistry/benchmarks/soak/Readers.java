package org.hfsregistry.benchmarks.soak;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.hfsregistry.benchmarks.client.ReadingClient;

/** People with pages of analytics: they open one after the other, and have others open that listen to changes. */
final class Readers implements AutoCloseable {

    private static final String OF_A_BROWSER = "Accept: text/html\r\nAccept-Encoding: gzip\r\nAccept-Language: en\r\n";
    private static final String OF_A_LISTENER = "Accept: text/event-stream\r\n";
    private static final String EVENT = "data:";
    private static final int MILLIS_OF_A_SECOND = 1000;

    private final URI analytics;
    private final List<Thread> threads = new ArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicLong pages = new AtomicLong();
    private final AtomicLong events = new AtomicLong();
    private final AtomicLong errors = new AtomicLong();

    /** Begins to read; all hospitals have to have pages by now. */
    Readers(URI analytics, Options options) {
        this.analytics = analytics;
        List<String> paths = new ArrayList<>(List.of("/", "/funnel", "/treatments"));
        for (int hospital = 0; hospital < options.posts.hospitals(); hospital++) {
            paths.add(page(hospital));
        }
        threads.add(Thread.ofPlatform().start(() -> read(paths, options.pages)));
        for (int listener = 0; listener < options.listeners; listener++) {
            threads.add(Thread.ofVirtual().start(this::listen));
        }
    }

    /** The id of a hospital that posts. */
    static String hospital(int number) {
        return "h-%03d".formatted(number);
    }

    /** Whether a hospital has a page by now. */
    static boolean hasPage(URI analytics, int hospital) throws IOException {
        try (ReadingClient client = new ReadingClient(analytics)) {
            return client.get(page(hospital), OF_A_BROWSER).isGood();
        }
    }

    private static String page(int hospital) {
        return "/hospitals/" + hospital(hospital);
    }

    private void read(List<String> paths, int pagesASecond) {
        while (!isClosed()) {
            try (ReadingClient client = new ReadingClient(analytics)) {
                while (!pause(MILLIS_OF_A_SECOND / pagesASecond)) {
                    String path = paths.get((int) (pages.getAndIncrement() % paths.size()));
                    if (!client.get(path, OF_A_BROWSER).isGood()) {
                        errors.incrementAndGet();
                    }
                }
            } catch (IOException connectionIsLost) {
                errors.incrementAndGet();
            }
        }
    }

    private void listen() {
        while (!isClosed()) {
            try (ReadingClient client = new ReadingClient(analytics)) {
                client.open("/v1/changes", OF_A_LISTENER);
                while (!isClosed()) {
                    if (client.line().startsWith(EVENT)) {
                        events.incrementAndGet();
                    }
                }
            } catch (IOException connectionIsLost) {
                if (!isClosed()) {
                    errors.incrementAndGet();
                    pause(MILLIS_OF_A_SECOND);
                }
            }
        }
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    /** Whether it was closed meanwhile. */
    private boolean pause(int millis) {
        try {
            return closed.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** How many pages have been asked for. */
    long pages() {
        return pages.get();
    }

    /** How many events all listeners have been told. */
    long events() {
        return events.get();
    }

    /** How many pages did not come, and lines that broke off. */
    long errors() {
        return errors.get();
    }

    @Override
    public void close() {
        closed.countDown();
        Watching.end(threads);
    }
}
