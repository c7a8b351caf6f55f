package org.hfsregistry.registry.merging;

import java.time.Instant;
import java.util.Optional;
import org.hfsregistry.contract.clinical.Code;
import org.hfsregistry.contract.pseudonym.PatientPseudonym;
import org.hfsregistry.contract.registered.Position;
import org.hfsregistry.registry.arrival.Arrival;
import org.hfsregistry.registry.history.Decision;

/**
 * A merge of two ids, or the undoing of one, as it stands in the hospital's order.
 *
 * @param patients absent where one of them was erased
 * @param undoes whether it undoes a merge
 * @param position of it in the log
 * @param requestedAt when it was asked for
 * @param by the client that asked for it
 * @param at when it was carried out
 * @param reason why it changed nothing, where it did not
 * @param treatments how many came under another id
 * @param leftOut how many outcomes count no longer
 */
public record Merge(
        String hospitalId,
        Optional<Patients> patients,
        boolean undoes,
        Position position,
        Instant requestedAt,
        String by,
        Instant at,
        State state,
        Optional<String> reason,
        int treatments,
        int leftOut) {

    /** One that came, with what became of it. */
    static Merge of(Decision decision, boolean undoes, State state, int treatments, int leftOut) {
        Arrival arrival = decision.arrival();
        return new Merge(
                arrival.hospitalId().orElseThrow(),
                arrival instanceof Arrival.OfMerge merge
                        ? Optional.of(new Patients(merge.staying(), merge.merged()))
                        : Optional.empty(),
                undoes,
                arrival.position(),
                arrival.submittedAt(),
                arrival.submittedBy(),
                decision.decidedAt(),
                state,
                decision.verdict().reason(),
                treatments,
                leftOut);
    }

    /** The same in another state. */
    Merge as(State other) {
        return with(patients, other);
    }

    /** What is left of it where one of the two is erased. */
    Merge erased() {
        return with(Optional.empty(), State.ERASED);
    }

    private Merge with(Optional<Patients> others, State other) {
        return new Merge(hospitalId, others, undoes, position, requestedAt, by, at, other, reason, treatments, leftOut);
    }

    /** The one that stays, and the one that is the same person. */
    public record Patients(PatientPseudonym staying, PatientPseudonym merged) {}

    /** How it stands. */
    public enum State implements Code {
        /** The two are one person. */
        STANDING("standing"),
        /** They were, until it was undone. */
        UNDONE("undone"),
        /** It undid a merge. */
        DONE("done"),
        /** It changed nothing. */
        WITHOUT_EFFECT("without-effect"),
        /** One of them was erased since, and nothing is kept of either. */
        ERASED("erased");

        private final String code;

        State(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    /** The key in the store and in the address of it. */
    public String id() {
        return id(position);
    }

    /** The key of one that stands there in the log. Keys sort as the positions of a partition do. */
    public static String id(Position position) {
        return position.key();
    }
}
