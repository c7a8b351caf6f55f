package org.hfsregistry.registry.registration;

import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.stereotype.Component;

/**
 * Holds the log to the number of partitions with which it was first followed. With another number hospitals lie elsewhere, and
 * nobody can tell any more in which order what came of one before stands to what comes after.
 */
@Component
public final class LogPartitions {

    private final Positions positions;
    private volatile OptionalInt first = OptionalInt.empty();
    private volatile Optional<Changed> changed = Optional.empty();

    /** By what is stored. */
    public LogPartitions(Positions positions) {
        this.positions = positions;
    }

    /**
     * To be asked before anything of the log is applied.
     *
     * @throws Changed where the log has other partitions now
     */
    public void require(int now) {
        if (first.isEmpty()) {
            first = OptionalInt.of(positions.firstPartitions(now));
        }
        changed = Optional.of(new Changed(first.getAsInt(), now)).filter(_ -> first.getAsInt() != now);
        if (changed.isPresent()) {
            throw changed.get();
        }
    }

    /** Why nothing is followed; absent where it is. */
    public Optional<String> refusal() {
        return changed.map(Changed::getMessage);
    }

    /** Thrown where partitions were added to the log, or it is another one. */
    public static final class Changed extends RuntimeException {
        private Changed(int first, int now) {
            super(
                    "the log of what was submitted has " + now + " partitions, and " + first
                            + " when it was first followed: nothing is followed, since the order of each hospital would be split");
        }
    }
}
