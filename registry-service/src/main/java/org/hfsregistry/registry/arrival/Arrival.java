package org.hfsregistry.registry.arrival;

import java.time.Instant;
import java.util.Optional;
import org.hfsregistry.contract.outcome.HospitalReport;
import org.hfsregistry.contract.outcome.Outcome;
import org.hfsregistry.contract.outcome.Retraction;
import org.hfsregistry.contract.outcome.TreatmentOutcome;
import org.hfsregistry.contract.pseudonym.PatientPseudonym;
import org.hfsregistry.contract.registered.Position;

/** One entry of the log of submitted outcomes, as the registry meets it. */
public sealed interface Arrival {

    /** Where it stands in the log. */
    Position position();

    /** When intake took it; where that can't be read, when the log did. */
    Instant submittedAt();

    /** The client that sent it; empty where that can't be read. */
    String submittedBy();

    /** Whose it is; absent where that can't be read. */
    Optional<String> hospitalId();

    /** The hospital's own id of it; absent where that can't be read. */
    Optional<String> outcomeId();

    /** Which revision of the outcome it is; absent where that can't be read. */
    default Optional<Integer> revision() {
        return this instanceof OfOutcome readable
                ? Optional.of(readable.outcome().revision())
                : Optional.empty();
    }

    /** The document that it names; absent where it names none. */
    default Optional<Place> place() {
        return switch (this) {
            case OfOutcome readable ->
                switch (readable.outcome()) {
                    case TreatmentOutcome outcome -> Optional.of(Place.OfTreatment.of(outcome));
                    case HospitalReport report -> Optional.of(Place.OfHospital.of(report));
                    case Retraction _ -> Optional.empty();
                };
            case OfErasure _, OfMerge _, Redacted _, Unreadable _ -> Optional.empty();
        };
    }

    /** An outcome. */
    record OfOutcome(Position position, Instant submittedAt, String submittedBy, Outcome outcome) implements Arrival {
        @Override
        public Optional<String> hospitalId() {
            return Optional.of(outcome.hospitalId());
        }

        @Override
        public Optional<String> outcomeId() {
            return Optional.of(outcome.outcomeId());
        }
    }

    /** That a patient is to be erased. */
    record OfErasure(
            Position position,
            Instant submittedAt,
            String submittedBy,
            String erasedIn,
            ErasedPatient patient,
            String basis)
            implements Arrival {
        @Override
        public Optional<String> hospitalId() {
            return Optional.of(erasedIn);
        }

        @Override
        public Optional<String> outcomeId() {
            return Optional.empty();
        }
    }

    /** That two ids are one person's, or are not after all. */
    record OfMerge(
            Position position,
            Instant submittedAt,
            String submittedBy,
            String mergedIn,
            PatientPseudonym staying,
            PatientPseudonym merged,
            boolean undone)
            implements Arrival {
        @Override
        public Optional<String> hospitalId() {
            return Optional.of(mergedIn);
        }

        @Override
        public Optional<String> outcomeId() {
            return Optional.empty();
        }

        /** The same, by other pseudonyms of the same patients. */
        public OfMerge of(PatientPseudonym stays, PatientPseudonym goes) {
            return new OfMerge(position, submittedAt, submittedBy, mergedIn, stays, goes, undone);
        }
    }

    /**
     * What is left of an outcome, or of a merge, whose patient was erased: nothing of what it said, and enough to know it again and to know what
     * it took away elsewhere.
     *
     * @param revision absent where it could not be read
     * @param retracts the outcome that it took away; there where it was a retraction
     */
    record Redacted(
            Position position,
            Instant submittedAt,
            String submittedBy,
            Optional<String> hospitalId,
            Optional<String> outcomeId,
            Optional<Integer> revision,
            Optional<String> retracts)
            implements Arrival {
        /** What is left of an arrival. */
        public static Redacted of(Arrival arrival) {
            return arrival instanceof Redacted redacted
                    ? redacted
                    : new Redacted(
                            arrival.position(),
                            arrival.submittedAt(),
                            arrival.submittedBy(),
                            arrival.hospitalId(),
                            arrival.outcomeId(),
                            arrival.revision(),
                            arrival instanceof OfOutcome readable && readable.outcome() instanceof Retraction retraction
                                    ? Optional.of(retraction.retracts())
                                    : Optional.empty());
        }
    }

    /** Something that is no outcome of this contract, and why. Its bytes are left where they are: who knows what is in them. */
    record Unreadable(
            Position position,
            Instant submittedAt,
            String submittedBy,
            Optional<String> hospitalId,
            Optional<String> outcomeId,
            Refusal refusal)
            implements Arrival {}
}
