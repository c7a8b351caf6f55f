package org.hfsregistry.intake.batch;

import java.util.concurrent.CompletableFuture;
import org.hfsregistry.intake.batch.RowsInFlight.InFlight;
import org.hfsregistry.intake.submission.SubmittedOutcomes;
import org.jspecify.annotations.Nullable;

/** Sends the rows of one batch that have no fault, in their order; none after one that could not be kept. */
final class RowSender {

    private final RowsInFlight rows;
    private final RowReporter reporter;
    private boolean brokerAway;

    RowSender(RowsInFlight rows, RowReporter reporter) {
        this.rows = rows;
        this.reporter = reporter;
    }

    /** Returns after the last row. */
    void send() {
        for (int count = rows.awaitAdded(); count > 0; count = rows.awaitAdded()) {
            for (int i = 0; i < count; i++) {
                if (rows.toSend(i) instanceof InFlight.Checked checked) {
                    rows.replace(i, sent(checked));
                }
            }
            rows.sent(count);
        }
    }

    private InFlight sent(InFlight.Checked row) {
        if (brokerAway || reporter.isBrokerAway() || reporter.isGivenUp()) {
            return new InFlight.Settled(
                    new RowResult.NotKept(row.ifKept().row(), row.ifKept().outcomeId()));
        }
        CompletableFuture<@Nullable Void> kept = kept(row.outcome());
        brokerAway = kept.isCompletedExceptionally();
        return new InFlight.Sent(row.ifKept(), kept);
    }

    /** A failure that nobody expects is told by who waits for the row. */
    private CompletableFuture<@Nullable Void> kept(SubmittedOutcomes.Written outcome) {
        try {
            return outcome.add();
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }
}
