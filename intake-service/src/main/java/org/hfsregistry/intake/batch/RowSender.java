package org.hfsregistry.intake.batch;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.hfsregistry.intake.access.Caller;
import org.hfsregistry.intake.batch.RowsInFlight.InFlight;
import org.hfsregistry.intake.submission.OutcomeSubmitted;
import org.hfsregistry.intake.submission.SubmittedOutcomes;
import org.jspecify.annotations.Nullable;

/** Sends the rows of one batch that have no fault, in their order; none after one that could not be kept. */
final class RowSender {

    private final RowsInFlight rows;
    private final SubmittedOutcomes outcomes;
    private final Caller caller;
    private final Clock clock;
    private final RowReporter reporter;
    private boolean brokerAway;

    RowSender(RowsInFlight rows, SubmittedOutcomes outcomes, Caller caller, Clock clock, RowReporter reporter) {
        this.rows = rows;
        this.outcomes = outcomes;
        this.caller = caller;
        this.clock = clock;
        this.reporter = reporter;
    }

    /** Returns after the last row. */
    void send() {
        for (int count = rows.awaitAdded(); count > 0; count = rows.awaitAdded()) {
            Instant now = clock.instant();
            for (int i = 0; i < count; i++) {
                if (rows.toSend(i) instanceof InFlight.Checked checked) {
                    rows.replace(i, sent(checked, now));
                }
            }
            rows.sent(count);
        }
    }

    private InFlight sent(InFlight.Checked row, Instant now) {
        if (brokerAway || reporter.isBrokerAway() || reporter.isGivenUp()) {
            return new InFlight.Settled(
                    new RowResult.NotKept(row.ifKept().row(), row.ifKept().outcomeId()));
        }
        CompletableFuture<@Nullable Void> kept = kept(new OutcomeSubmitted(row.outcome(), caller.clientId(), now));
        brokerAway = kept.isCompletedExceptionally();
        return new InFlight.Sent(row.ifKept(), kept);
    }

    /** A failure that nobody expects is told by who waits for the row. */
    private CompletableFuture<@Nullable Void> kept(OutcomeSubmitted event) {
        try {
            return outcomes.add(event);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }
}
