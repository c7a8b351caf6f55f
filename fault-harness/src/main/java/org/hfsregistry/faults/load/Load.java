package org.hfsregistry.faults.load;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;

/** Hospitals that submit side by side, until they are told that it is enough. */
public final class Load implements AutoCloseable {

    private static final int ROWS_OF_A_CALM_BATCH = 500;

    private final URI intake;
    private final UnaryOperator<String> tokens;
    private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
    private final SendingAccount account = new SendingAccount();
    private final Map<String, Future<List<ReportedRow>>> hospitals = new LinkedHashMap<>();
    private volatile boolean enough;

    /**
     * Nobody sends yet.
     *
     * @param tokens a hospital's bearer token
     */
    public Load(URI intake, UnaryOperator<String> tokens) {
        this.intake = intake;
        this.tokens = tokens;
    }

    /**
     * Lets a hospital submit.
     *
     * @param rowsPerSecond at most, on average
     */
    public void begin(String hospital, double rowsPerSecond, Random random) {
        StubbornHospital sender = new StubbornHospital(intake, tokens.apply(hospital), account);
        hospitals.put(hospital, senders.submit(() -> submitUntilEnough(sender, rowsPerSecond, random)));
    }

    private List<ReportedRow> submitUntilEnough(StubbornHospital sender, double rowsPerSecond, Random random)
            throws InterruptedException {
        HospitalCourse course = new HospitalCourse(random);
        List<ReportedRow> acknowledged = new ArrayList<>();
        while (!enough) {
            List<ReportedRow> rows = course.next();
            sender.submit(rows);
            acknowledged.addAll(rows);
            Thread.sleep(Duration.ofMillis(Math.round(random.nextDouble() * 2000 * rows.size() / rowsPerSecond)));
        }
        submitCalmly(sender, course.rest());
        acknowledged.addAll(course.rest());
        return acknowledged;
    }

    /** Submits all of these as one hospital, in their order and large batches. */
    public void submitCalmly(String hospital, List<ReportedRow> rows) throws InterruptedException {
        submitCalmly(new StubbornHospital(intake, tokens.apply(hospital), new SendingAccount()), rows);
    }

    private static void submitCalmly(StubbornHospital sender, List<ReportedRow> rows) throws InterruptedException {
        for (int from = 0; from < rows.size(); from += ROWS_OF_A_CALM_BATCH) {
            sender.submit(rows.subList(from, Math.min(rows.size(), from + ROWS_OF_A_CALM_BATCH)));
        }
    }

    /** Throws what a hospital broke off with, where one did. */
    public void requireGoingOn() {
        for (Future<List<ReportedRow>> hospital : hospitals.values()) {
            if (hospital.isDone()) {
                requireWhole(hospital);
            }
        }
    }

    /** Lets each hospital come to its end. Returns what each submitted; all of it is acknowledged. */
    public Map<String, List<ReportedRow>> end() {
        enough = true;
        Map<String, List<ReportedRow>> acknowledged = new LinkedHashMap<>();
        hospitals.forEach((hospital, rows) -> acknowledged.put(hospital, requireWhole(rows)));
        return acknowledged;
    }

    private static List<ReportedRow> requireWhole(Future<List<ReportedRow>> hospital) {
        try {
            return hospital.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException refused ? refused : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the wait for a hospital was broken off", e);
        }
    }

    /** What was sent so far. */
    public SendingAccount account() {
        return account;
    }

    @Override
    public void close() {
        senders.shutdownNow();
    }
}
