package org.hfsregistry.registry.receipt;

import java.time.Instant;
import java.util.Optional;
import org.hfsregistry.contract.outcome.Retraction;
import org.hfsregistry.contract.registered.Position;
import org.hfsregistry.registry.arrival.Place;

/** Where an outcome is filed. */
public sealed interface Filed {

    /** Nowhere: it did not come yet, or could not be registered. */
    record Nowhere() implements Filed {}

    /**
     * Nowhere any more: it was found to be of another person than the treatment that it counted in.
     *
     * @param revision that counted; a lower one does not come back
     */
    record LeftOut(int revision) implements Filed {}

    /** In a document: it counts there, or the document says that it was retracted. */
    record In(Place place) implements Filed {}

    /**
     * Nowhere any more: its patient was erased.
     *
     * @param at when; long ago, where that was not kept
     * @param counted what counted until then: it may have settled something of others, which stays settled
     */
    record Erased(Position by, Instant at, Optional<Counting> counted) implements Filed {}

    /** It is a retraction, and is kept here. */
    record AsRetraction(Retraction retraction) implements Filed {}
}
