package org.hfsregistry.registry.quarantine;

import java.util.Optional;
import org.hfsregistry.contract.clinical.Code;
import org.hfsregistry.contract.registered.Position;
import org.hfsregistry.registry.arrival.Arrival;
import org.hfsregistry.registry.arrival.Status;
import org.hfsregistry.registry.receipt.Counting;
import org.hfsregistry.registry.receipt.OutcomeEntry;

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
        /**
         * It was submitted again, and is registered or retracted. Or its patient was erased, and nothing is left to do; that another's was
         * who had the same id leaves it open.
         */
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
     * @param refusedAgain whether what was submitted again is in quarantine itself
     * @param entry what is known of the outcome now: of the one that was submitted again, else of the one that it waits for, else
     *     of its own
     */
    static Standing of(
            Quarantined quarantined,
            Optional<Resubmission> resubmission,
            boolean refusedAgain,
            Optional<OutcomeEntry> entry) {
        Position since = resubmission
                .map(Resubmission::position)
                .orElseGet(() -> after(quarantined.arrival().position()));
        if (quarantined.arrival() instanceof Arrival.Redacted) {
            return new Standing(State.RESOLVED, Optional.empty());
        }
        boolean waits = resubmission.isEmpty() && quarantined.awaited().isPresent();
        boolean taken = resubmission.isPresent() && !refusedAgain && hasCome(entry, since);
        int least = resubmission
                .map(Resubmission::revision)
                .or(quarantined.arrival()::revision)
                .orElse(0);
        Optional<Resolution> resolution = entry.flatMap(
                known -> retracted(known).or(() -> waits ? Optional.empty() : registered(known, since, least, taken)));
        if (resolution.isPresent()) {
            return new Standing(State.RESOLVED, resolution);
        }
        if (entry.flatMap(OutcomeEntry::countedUntilErased)
                .filter(counted -> taken || settles(counted, since, least))
                .isPresent()) {
            return new Standing(State.RESOLVED, Optional.empty());
        }
        boolean isAgain = resubmission.isPresent() ? !taken : !waits && wasRefusedLast(entry, since, least);
        return new Standing(isAgain ? State.RESUBMITTED : State.OPEN, Optional.empty());
    }

    private static Position after(Position position) {
        return new Position(position.partition(), position.offset() + 1);
    }

    private static boolean hasCome(Optional<OutcomeEntry> entry, Position since) {
        return entry.flatMap(OutcomeEntry::lastArrival)
                .filter(last -> isNotBefore(last.position(), since))
                .isPresent();
    }

    private static boolean wasRefusedLast(Optional<OutcomeEntry> entry, Position since, int least) {
        return hasCome(entry, since)
                && entry.flatMap(OutcomeEntry::lastArrival)
                        .filter(last -> last.status() == Status.QUARANTINED
                                && last.revision().orElse(0) >= least)
                        .isPresent();
    }

    /**
     * A lower revision that comes late says nothing of it. What was registered before and came once more settles it only where that was
     * said here: it may as well be an old file that was sent twice, and what contradicts it the truth.
     */
    private static Optional<Resolution> registered(OutcomeEntry entry, Position since, int least, boolean taken) {
        return entry.registered()
                .filter(counting -> taken || settles(counting, since, least))
                .map(counting -> new Resolution(entry.outcomeId(), counting.revision(), counting.position()));
    }

    private static boolean settles(Counting counting, Position since, int least) {
        return isNotBefore(counting.position(), since) && counting.revision() >= least;
    }

    /** Of what came and was retracted. */
    private static Optional<Resolution> retracted(OutcomeEntry entry) {
        return Optional.of(entry)
                .filter(known -> known.isRetracted() && known.lastArrival().isPresent())
                .flatMap(OutcomeEntry::retracted)
                .map(retracted -> new Resolution(retracted.by(), retracted.revision(), retracted.position()));
    }

    private static boolean isNotBefore(Position position, Position since) {
        return position.partition() == since.partition() && position.offset() >= since.offset();
    }
}
