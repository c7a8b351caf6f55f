package org.hfsregistry.intake.submission;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.hfsregistry.contract.clinical.Fault;
import org.hfsregistry.contract.json.OutcomeReading;
import org.hfsregistry.contract.outcome.Outcome;
import org.hfsregistry.intake.access.Caller;
import org.hfsregistry.intake.pseudonym.Pseudonyms;
import org.springframework.stereotype.Component;

/** Submits one outcome. */
@Component
public class SubmitOutcome {

    private final Pseudonyms pseudonyms;
    private final SubmittedOutcomes outcomes;
    private final Clock clock;

    SubmitOutcome(Pseudonyms pseudonyms, SubmittedOutcomes outcomes, Clock clock) {
        this.pseudonyms = pseudonyms;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    /**
     * Checks an outcome in JSON and returns when it is kept or refused.
     *
     * @throws BrokerUnavailable if it has no fault and can't be kept
     */
    public Submitted submit(Caller caller, ByteBuffer json) {
        Submitted checked = check(caller, json);
        if (checked instanceof Submitted.Accepted(Outcome outcome, List<Fault> warnings)) {
            keep(new OutcomeSubmitted(outcome, caller.clientId(), clock.instant()));
        }
        return checked;
    }

    /** Tells what submitting it would come to, and keeps nothing. */
    public Submitted check(Caller caller, ByteBuffer json) {
        OutcomeReader reader = new OutcomeReader(caller, pseudonyms, LocalDate.now(clock));
        return switch (reader.read(json)) {
            case OutcomeReading.Refused(Optional<String> outcomeId, List<Fault> faults) ->
                new Submitted.Refused(faults);
            case OutcomeReading.Accepted(Outcome outcome, List<Fault> warnings) ->
                new Submitted.Accepted(outcome, warnings);
        };
    }

    private void keep(OutcomeSubmitted event) {
        try {
            outcomes.add(event).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof BrokerUnavailable away) {
                throw away;
            }
            throw e;
        }
    }
}
