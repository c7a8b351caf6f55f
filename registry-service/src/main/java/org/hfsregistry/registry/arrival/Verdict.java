package org.hfsregistry.registry.arrival;

import java.util.Optional;
import org.hfsregistry.contract.outcome.Outcome;

/** What the registry decided of an arrival. It is decided once, from all that came before in the hospital's order. */
public sealed interface Verdict {

    /**
     * It counts from now on.
     *
     * @param takenFrom the document that an outcome leaves: because a higher revision names another place, or because this
     *     is its retraction
     */
    record Registered(Optional<Place> takenFrom) implements Verdict {}

    /** The same content is registered under the same revision. */
    record Duplicate() implements Verdict {}

    /** A higher revision is registered. */
    record Stale(int registeredRevision) implements Verdict {}

    /**
     * A retraction took it away, now or before it came.
     *
     * @param markedIn the document that is to say so: the one that the outcome would have been filed in; absent where
     *     another says it already
     */
    record Retracted(Optional<Place> markedIn) implements Verdict {}

    /** It can't be registered, and somebody has to look at it. */
    record Quarantined(Refusal refusal) implements Verdict {}

    /**
     * The rule of revisions: what is to be said of an outcome beside the one that is registered under its id. Absent where it
     * is a higher revision.
     */
    static Optional<Verdict> besides(Outcome registered, Outcome arrived) {
        if (arrived.revision() > registered.revision()) {
            return Optional.empty();
        }
        if (arrived.revision() < registered.revision()) {
            return Optional.of(new Stale(registered.revision()));
        }
        return Optional.of(
                arrived.equals(registered)
                        ? new Duplicate()
                        : new Quarantined(Refusal.conflict(arrived.outcomeId(), arrived.revision())));
    }
}
