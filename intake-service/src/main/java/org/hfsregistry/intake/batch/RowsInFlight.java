package org.hfsregistry.intake.batch;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.hfsregistry.intake.submission.BrokerUnavailable;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one batch that were read and not yet reported, in their order and bounded: whoever reads rows waits where
 * the broker or the client does not keep up.
 *
 * <p>A thread of its own reports them, so that a client hears of its rows while it has not sent the next one.
 */
final class RowsInFlight implements AutoCloseable {

    private static final int MOST = 4096;
    private final BlockingQueue<InFlight> queue = new ArrayBlockingQueue<>(MOST);
    private final BatchReport report;
    private final Thread reporter;
    private volatile boolean brokerAway;
    private volatile boolean givenUp;
    private @Nullable Exception failure;
    private long accepted;
    private long rejected;

    private sealed interface InFlight {
        record Settled(RowResult result) implements InFlight {}

        record Sent(RowResult.Accepted ifKept, CompletableFuture<@Nullable Void> kept) implements InFlight {}

        record End() implements InFlight {}
    }

    RowsInFlight(BatchReport report) {
        this.report = report;
        this.reporter = Thread.ofVirtual().name("batch report").start(this::report);
    }

    /** Adds a row whose result is known. */
    void settled(RowResult result) throws IOException {
        put(new InFlight.Settled(result));
    }

    /** Adds a row that is accepted when it is kept. */
    void sent(RowResult.Accepted ifKept, CompletableFuture<@Nullable Void> kept) throws IOException {
        if (kept.isCompletedExceptionally()) {
            brokerAway = true;
        }
        put(new InFlight.Sent(ifKept, kept));
    }

    /** Whether a row could not be kept. */
    boolean isBrokerAway() {
        return brokerAway;
    }

    /** Whether nobody is interested in further rows. */
    boolean isGivenUp() {
        return givenUp;
    }

    /** Returns when all rows were reported. */
    @Override
    public void close() throws IOException {
        put(new InFlight.End());
        try {
            reporter.join();
        } catch (InterruptedException e) {
            throw interrupted();
        }
        switch (failure) {
            case null -> {}
            case IOException clientGone -> throw clientGone;
            case RuntimeException other -> throw other;
            case Exception impossible -> throw new IllegalStateException(impossible);
        }
    }

    /** The account, once this is closed. */
    BatchSummary summary(boolean dryRun) {
        return new BatchSummary(accepted, rejected, dryRun);
    }

    private void put(InFlight row) throws IOException {
        try {
            queue.put(row);
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private static InterruptedIOException interrupted() {
        Thread.currentThread().interrupt();
        return new InterruptedIOException("the service stops");
    }

    private void report() {
        try {
            for (Optional<RowResult> result = next(); result.isPresent(); result = next()) {
                report.add(result.get());
                if (result.get() instanceof RowResult.Accepted) {
                    accepted++;
                } else {
                    rejected++;
                }
            }
        } catch (IOException | RuntimeException e) {
            failure = e;
            givenUp = true;
            discardTheRest();
        }
    }

    private Optional<RowResult> next() throws IOException {
        InFlight row = queue.poll();
        if (row == null) {
            report.flush();
            row = taken();
        }
        return switch (row) {
            case InFlight.Settled(RowResult result) -> Optional.of(result);
            case InFlight.Sent sent -> Optional.of(resultOf(sent));
            case InFlight.End end -> Optional.empty();
        };
    }

    private RowResult resultOf(InFlight.Sent row) throws IOException {
        if (!row.kept.isDone()) {
            report.flush();
        }
        try {
            row.kept.join();
            return row.ifKept;
        } catch (CompletionException e) {
            if (e.getCause() instanceof BrokerUnavailable) {
                brokerAway = true;
                return new RowResult.NotKept(row.ifKept.row(), row.ifKept.outcomeId());
            }
            throw e;
        }
    }

    /** So that who adds rows does not wait for ever for room. */
    private void discardTheRest() {
        InFlight row = taken();
        while (!(row instanceof InFlight.End)) {
            row = taken();
        }
    }

    private InFlight taken() {
        try {
            return queue.take();
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts the thread that reports", e);
        }
    }
}
