package org.hfsregistry.intake.batch;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.hfsregistry.intake.batch.RowsInFlight.InFlight;
import org.hfsregistry.intake.submission.BrokerUnavailable;
import org.jspecify.annotations.Nullable;

/** Tells what became of the rows of one batch, in their order, and keeps the account. */
final class RowReporter {

    private final RowsInFlight rows;
    private final BatchReport report;
    private volatile boolean brokerAway;
    private volatile boolean givenUp;
    private @Nullable Exception failure;
    private long accepted;
    private long rejected;

    RowReporter(RowsInFlight rows, BatchReport report) {
        this.rows = rows;
        this.report = report;
    }

    /** Whether a row could not be kept. */
    boolean isBrokerAway() {
        return brokerAway;
    }

    /** Whether nobody is interested in further rows. */
    boolean isGivenUp() {
        return givenUp;
    }

    /** Returns after the last row. */
    void report() {
        try {
            for (int count = next(); count > 0; count = next()) {
                awaitLast(count);
                for (int i = 0; i < count; i++) {
                    add(resultOf(rows.toTell(i)));
                }
                rows.told(count);
            }
        } catch (IOException | RuntimeException e) {
            failure = e;
            givenUp = true;
            discardTheRest();
        }
    }

    /** The account, once everything was told. @throws IOException or what else kept this from telling it */
    BatchSummary summary(boolean dryRun) throws IOException {
        return switch (failure) {
            case null -> new BatchSummary(accepted, rejected, dryRun);
            case IOException clientGone -> throw clientGone;
            case RuntimeException other -> throw other;
            case Exception impossible -> throw new IllegalStateException(impossible);
        };
    }

    private int next() throws IOException {
        if (!rows.hasSent()) {
            report.flush();
        }
        return rows.awaitSent();
    }

    /** Those before the last one are most often kept when it is, so that this waits once and not for each of them. */
    private void awaitLast(int count) throws IOException {
        for (int i = count - 1; i >= 0; i--) {
            if (rows.toTell(i)
                    instanceof InFlight.Sent(RowResult.Accepted ifKept, CompletableFuture<@Nullable Void> kept)) {
                if (!kept.isDone()) {
                    report.flush();
                    kept.exceptionally(toldWithItsRow -> null).join();
                }
                return;
            }
        }
    }

    private void add(RowResult result) throws IOException {
        report.add(result);
        if (result instanceof RowResult.Accepted) {
            accepted++;
        } else {
            rejected++;
        }
    }

    private RowResult resultOf(InFlight row) {
        return switch (row) {
            case InFlight.Settled(RowResult result) -> result;
            case InFlight.Checked checked -> throw new IllegalStateException("a row was passed on and not sent");
            case InFlight.Sent(RowResult.Accepted ifKept, CompletableFuture<@Nullable Void> kept) ->
                resultOf(ifKept, kept);
        };
    }

    private RowResult resultOf(RowResult.Accepted ifKept, CompletableFuture<@Nullable Void> kept) {
        try {
            kept.join();
            return ifKept;
        } catch (CompletionException e) {
            if (e.getCause() instanceof BrokerUnavailable) {
                brokerAway = true;
                return new RowResult.NotKept(ifKept.row(), ifKept.outcomeId());
            }
            throw e;
        }
    }

    /** So that who adds rows does not wait for ever for room. */
    private void discardTheRest() {
        for (int count = rows.awaitSent(); count > 0; count = rows.awaitSent()) {
            rows.told(count);
        }
    }
}
