package org.hfsregistry.registry.quarantine;

import java.time.Instant;
import java.util.Optional;
import org.hfsregistry.contract.clinical.Code;
import org.hfsregistry.contract.registered.Position;
import org.hfsregistry.registry.arrival.Arrival;
import org.hfsregistry.registry.arrival.Status;
import org.hfsregistry.registry.receipt.Counting;
import org.hfsregistry.registry.receipt.Filed;
import org.hfsregistry.registry.receipt.OutcomeEntry;
import org.hfsregistry.registry.receipt.Retracted;

/**
 * How a quarantined arrival stands since. It is read from what came after it and not written, so it can't be wrong after a
 * crash, and it does not matter by which way a hospital mended it.
 *
 * @param resolvedBy what is registered in its stead; there where something is
 */
public record Standing(State state, Optional<Resolution> resolvedBy) {

    /** In one word. */
    public enum State implements Code {
        /** Somebody has to see to it. */
        OPEN("open"),
        /** It was submitted again; that is on its way, or is in quarantine itself. */
        RESUBMITTED("resubmitted"),
        /** It was submitted again, and is registered or retracted; or its patient was erased, and nothing is left to do. */
        RESOLVED("resolved");

        private final String code;

        State(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    /** An arrival that settled it. */
    public record Resolution(String outcomeId, int revision, Position position) {}

    /**
     * Of an arrival.
     *
     * @param resubmission how it was submitted again here
     * @param entry what is known of the outcome now: of the one that was submitted again, else of the one that it waits for, else
     *     of its own
     */
    static Standing of(Quarantined quarantined, Optional<Resubmission> resubmission, Optional<OutcomeEntry> entry) {
        Position since = resubmission
                .map(Resubmission::position)
                .orElseGet(() -> after(quarantined.arrival().position()));
        if (quarantined.arrival() instanceof Arrival.Redacted
                || entry.filter(known -> isErasedSince(known, since)).isPresent()) {
            return new Standing(State.RESOLVED, Optional.empty());
        }
        if (resubmission.isEmpty() && quarantined.awaited().isPresent()) {
            return entry.flatMap(Standing::retracted)
                    .map(resolution -> new Standing(State.RESOLVED, Optional.of(resolution)))
                    .orElseGet(() -> new Standing(State.OPEN, Optional.empty()));
        }
        int least = resubmission
                .map(Resubmission::revision)
                .or(quarantined.arrival()::revision)
                .orElse(0);
        return entry.flatMap(known -> resolution(known, since, least, resubmission.isPresent()))
                .map(resolution -> new Standing(State.RESOLVED, Optional.of(resolution)))
                .orElseGet(() -> new Standing(
                        resubmission
                                        .map(again -> !isStale(again, entry))
                                        .orElseGet(() -> cameLast(Status.QUARANTINED, entry, since, least))
                                ? State.RESUBMITTED
                                : State.OPEN,
                        Optional.empty()));
    }

    /** A lower revision than what was left out is neither on its way nor in quarantine when it has come. */
    private static boolean isStale(Resubmission again, Optional<OutcomeEntry> entry) {
        return entry.filter(known -> known.filed() instanceof Filed.LeftOut(int revision)
                        && again.revision() < revision)
                .filter(_ -> cameLast(Status.DUPLICATE, entry, again.position(), 0))
                .isPresent();
    }

    private static Position after(Position position) {
        return new Position(position.partition(), position.offset() + 1);
    }

    /** What came under the id after the erasure is another patient's, and there is somebody to see to it. */
    private static boolean isErasedSince(OutcomeEntry entry, Position since) {
        return entry.filed() instanceof Filed.Erased(Position by, Instant _) && isNotBefore(by, since);
    }

    private static boolean cameLast(Status status, Optional<OutcomeEntry> entry, Position since, int least) {
        return entry.flatMap(OutcomeEntry::lastArrival)
                .filter(last -> last.status() == status
                        && isNotBefore(last.position(), since)
                        && last.revision().orElse(0) >= least)
                .isPresent();
    }

    /**
     * A lower revision that comes late says nothing of it. What was registered before and came once more settles it only where that was said here: it may as well be an old file that
     * was sent twice, and what contradicts it the truth.
     */
    private static Optional<Resolution> resolution(
            OutcomeEntry entry, Position since, int least, boolean resubmitted) {
        return retracted(entry).or(() -> entry.registered()
                .filter(counting -> (isNotBefore(counting.position(), since) && counting.revision() >= least)
                        || (resubmitted && cameLast(Status.DUPLICATE, Optional.of(entry), since, 0)))
                .map(counting -> resolution(entry, counting)));
    }

    /** Of what came and was retracted. */
    private static Optional<Resolution> retracted(OutcomeEntry entry) {
        return entry.receipt()
                .filter(receipt -> receipt.status() == Status.RETRACTED)
                .flatMap(_ -> entry.retracted())
                .map(retracted -> new Resolution(retracted.by(), retracted.revision(), retracted.position()));
    }

    private static Resolution resolution(OutcomeEntry entry, Counting counting) {
        return new Resolution(entry.outcomeId(), counting.revision(), counting.position());
    }

    private static boolean isNotBefore(Position position, Position since) {
        return position.partition() == since.partition() && position.offset() >= since.offset();
    }
}
