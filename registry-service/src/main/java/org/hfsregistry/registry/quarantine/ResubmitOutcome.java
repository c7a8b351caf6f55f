package org.hfsregistry.registry.quarantine;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.hfsregistry.contract.outcome.Outcome;
import org.hfsregistry.contract.outcome.TreatmentOutcome;
import org.hfsregistry.registry.arrival.Arrival;
import org.hfsregistry.registry.arrival.Arrivals;
import org.hfsregistry.registry.arrival.MissingKey;
import org.hfsregistry.registry.arrival.PseudonymKeys;
import org.springframework.stereotype.Service;

/**
 * Submits what is in quarantine again, as it is or mended. It goes through the log as all that is submitted does, and the registry
 * decides of it there; so a request that is repeated brings what came already, and that changes nothing.
 */
@Service
public final class ResubmitOutcome {

    private final Resubmissions resubmissions;
    private final SubmittedLog log;
    private final Arrivals arrivals;
    private final PseudonymKeys keys;
    private final Clock clock;

    /** Into this log, where what came stands, too. */
    public ResubmitOutcome(
            Resubmissions resubmissions, SubmittedLog log, Arrivals arrivals, PseudonymKeys keys, Clock clock) {
        this.resubmissions = resubmissions;
        this.log = log;
        this.arrivals = arrivals;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Submits one again.
     *
     * @param mended what to submit in its stead, of the same hospital
     * @throws SubmittedLog.Unavailable where it is not known whether it is in the log
     * @throws Arrivals.Unavailable where the log does not tell what was sent
     */
    public Result of(ListQuarantine.Listed listed, Optional<Outcome> mended, String clientId) {
        if (listed.quarantined().arrival() instanceof Arrival.Redacted) {
            return new Result.OfErased();
        }
        if (listed.standing().state() == Standing.State.RESOLVED) {
            return new Result.Resolved();
        }
        Optional<Outcome> outcome = mended.or(() -> asSent(listed));
        if (outcome.isEmpty()) {
            return new Result.NothingToSubmit();
        }
        return outcome.flatMap(this::underNewestKey)
                .<Result>map(submitted -> submit(listed, submitted, clientId))
                .orElseGet(Result.UnknownPatient::new);
    }

    private Result submit(ListQuarantine.Listed listed, Outcome outcome, String clientId) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        resubmissions.put(new Resubmission(
                listed.id(),
                outcome.outcomeId(),
                outcome.revision(),
                log.append(outcome, clientId, now),
                now,
                clientId));
        return new Result.Submitted();
    }

    /** What could not be read is read from the log once more, since this may be a later version than the one that could not. */
    private Optional<Outcome> asSent(ListQuarantine.Listed listed) {
        Arrival quarantined = listed.quarantined().arrival();
        return quarantined instanceof Arrival.OfOutcome readable
                ? Optional.of(readable.outcome())
                : arrivals.at(quarantined.position())
                        .filter(again -> again.hospitalId().equals(quarantined.hospitalId()))
                        .flatMap(again -> again instanceof Arrival.OfOutcome readable
                                ? underNewestKey(readable.outcome())
                                : Optional.empty());
    }

    /** Under a key that nobody knows it would stop the log; so such a pseudonym is not let in. */
    private Optional<Outcome> underNewestKey(Outcome outcome) {
        if (!(outcome instanceof TreatmentOutcome ofPatient)) {
            return Optional.of(outcome);
        }
        try {
            return keys.refused().contains(ofPatient.patientId().keyName())
                    ? Optional.empty()
                    : Optional.of(keys.newest(ofPatient));
        } catch (MissingKey unknown) {
            return Optional.empty();
        }
    }

    /** What became of the request. */
    public sealed interface Result {
        /** It is in the log. */
        record Submitted() implements Result {}

        /** Something is registered in its stead already; nothing was submitted. */
        record Resolved() implements Result {}

        /** Its patient was erased; nothing of it is left, and nothing was submitted. */
        record OfErased() implements Result {}

        /** What was sent can't be read, or is not in the log any more, so only a mended outcome can be submitted. */
        record NothingToSubmit() implements Result {}

        /** The patient's pseudonym is none of this registry. */
        record UnknownPatient() implements Result {}
    }
}
