package org.hfsregistry.registry.receipt;

import java.time.Instant;
import java.util.Optional;
import org.hfsregistry.contract.registered.Position;
import org.hfsregistry.registry.arrival.Status;

/**
 * What became of the last arrival of an outcome.
 *
 * @param revision the revision that arrived; absent where it could not be read
 * @param reason in words, where it was not simply registered
 */
public record Receipt(
        Optional<Integer> revision,
        Status status,
        Optional<String> reason,
        Position position,
        Instant submittedAt,
        Instant registeredAt) {

    /** The same receipt of an outcome that was retracted since. */
    Receipt retracted(Retracted retracted) {
        return new Receipt(
                revision,
                Status.RETRACTED,
                Optional.of("retracted by " + retracted.by()),
                position,
                submittedAt,
                registeredAt);
    }

    /** The receipt of an outcome whose patient was erased since. */
    Receipt erased() {
        return new Receipt(
                Optional.empty(),
                Status.RETRACTED,
                Optional.of("the patient was erased"),
                position,
                submittedAt,
                registeredAt);
    }

    /** The same receipt of a retraction that waits for what it retracts. */
    Receipt waitingFor(String outcomeId) {
        return new Receipt(
                revision,
                status,
                Optional.of(
                        "held: nothing is registered under " + outcomeId + " yet; when it comes, it will not count"),
                position,
                submittedAt,
                registeredAt);
    }

    /** The same receipt, which says of an arrival that could not be registered what counts in its stead. */
    Receipt beside(Optional<Counting> counting) {
        if (status != Status.QUARANTINED) {
            return this;
        }
        String inItsStead = counting.map(
                        counts -> "revision " + counts.revision() + ", registered before, counts as it is")
                .orElse("nothing is registered under this outcomeId");
        return new Receipt(
                revision, status, reason.map(why -> why + "; " + inItsStead), position, submittedAt, registeredAt);
    }
}
