package org.hfsregistry.intake.batch;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.hfsregistry.contract.clinical.Fault;
import org.hfsregistry.contract.json.OutcomeReading;
import org.hfsregistry.contract.outcome.Outcome;
import org.hfsregistry.intake.access.Caller;
import org.hfsregistry.intake.batch.RowsInFlight.InFlight;
import org.hfsregistry.intake.pseudonym.Pseudonyms;
import org.hfsregistry.intake.submission.BrokerUnavailable;
import org.hfsregistry.intake.submission.OutcomeReader;
import org.hfsregistry.intake.submission.OutcomeSubmitted;
import org.hfsregistry.intake.submission.SubmittedOutcomes;
import org.springframework.stereotype.Component;

/**
 * Submits a stream of outcomes and reports on them while it comes, in constant memory.
 *
 * <p>Once a row could not be kept, the following ones are checked and no longer tried: their client sends them again.
 */
@Component
public class SubmitBatch {

    private final Pseudonyms pseudonyms;
    private final SubmittedOutcomes outcomes;
    private final Clock clock;

    SubmitBatch(Pseudonyms pseudonyms, SubmittedOutcomes outcomes, Clock clock) {
        this.pseudonyms = pseudonyms;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    /**
     * Checks the rows and keeps those without a fault; returns when all were reported.
     *
     * @throws IOException if the client is gone; what was kept until then stays
     * @throws BrokerUnavailable if the report gave up the batch
     */
    public BatchSummary submit(Caller caller, Rows rows, boolean dryRun, BatchReport report) throws IOException {
        OutcomeReader reader = new OutcomeReader(caller, pseudonyms, LocalDate.now(clock));
        RowsInFlight inFlight = new RowsInFlight();
        RowReporter reporter = new RowReporter(inFlight, report);
        RowSender sender = new RowSender(inFlight, reporter);
        Thread.ofVirtual().name("batch sender").start(sender::send);
        Thread reporting = Thread.ofVirtual().name("batch report").start(reporter::report);
        try {
            Optional<Row> row = rows.next();
            while (row.isPresent() && !reporter.isGivenUp()) {
                inFlight.add(checked(row.get(), reader, caller, dryRun));
                row = rows.next();
            }
        } finally {
            inFlight.end();
            join(reporting);
        }
        return reporter.summary(dryRun);
    }

    private static void join(Thread reporting) throws InterruptedIOException {
        try {
            reporting.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the service stops");
        }
    }

    /** Written by the thread that read it, whose processor has it at hand. */
    private InFlight checked(Row row, OutcomeReader reader, Caller caller, boolean dryRun) {
        long number = row.number();
        return switch (row) {
            case Row.Unreadable(long line, Fault fault) ->
                new InFlight.Settled(new RowResult.Refused(number, Optional.empty(), List.of(fault)));
            case Row.Json json ->
                switch (json.retold().apply(reader.read(json.bytes()))) {
                    case OutcomeReading.Refused(Optional<String> outcomeId, List<Fault> faults) ->
                        new InFlight.Settled(new RowResult.Refused(number, outcomeId, faults));
                    case OutcomeReading.Accepted(Outcome outcome, List<Fault> warnings) -> {
                        RowResult.Accepted accepted = new RowResult.Accepted(number, outcome.outcomeId(), warnings);
                        yield dryRun
                                ? new InFlight.Settled(accepted)
                                : new InFlight.Checked(accepted, written(outcome, caller));
                    }
                };
        };
    }

    /** Those of a millisecond have one time, which is written once. */
    private SubmittedOutcomes.Written written(Outcome outcome, Caller caller) {
        return outcomes.written(
                new OutcomeSubmitted(outcome, caller.clientId(), clock.instant().truncatedTo(ChronoUnit.MILLIS)));
    }
}
