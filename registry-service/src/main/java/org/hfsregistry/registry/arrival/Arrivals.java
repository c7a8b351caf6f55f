package org.hfsregistry.registry.arrival;

import java.util.Optional;
import org.hfsregistry.contract.registered.Position;

/** What came, as it stands in the log, to be read once more: what an earlier version could not read, a later one may. */
public interface Arrivals {

    /**
     * What stands at a position; absent where the log does not have it any more.
     *
     * @throws Unavailable where the log does not tell
     */
    Optional<Arrival> at(Position position);

    /** Thrown where the log can't be read. */
    final class Unavailable extends RuntimeException {
        /** For this reason. */
        public Unavailable(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
