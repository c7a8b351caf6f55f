package org.hfsregistry.faults.fault;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hfsregistry.faults.deployed.Part;

/** Something that is done to parts of a running registry. */
public sealed interface Fault {

    /** To whom. */
    Set<Part> parts();

    /** How many processes it kills. */
    default int kills() {
        return switch (this) {
            case Kill kill -> kill.parts().size();
            case Pause _ -> 0;
        };
    }

    /** Of some parts, in a stable order. */
    private static String labels(Set<Part> parts) {
        return parts.stream().sorted(Comparator.naturalOrder()).map(Part::label).collect(Collectors.joining(" and "));
    }

    /**
     * All of them at once, without a word to them.
     *
     * @param away how long each stays away before it is started again; as many as parts, in the order of these
     */
    record Kill(Set<Part> parts, List<Duration> away) implements Fault {
        /** Refuses to leave out when one comes back. */
        public Kill {
            if (parts.size() != away.size()) {
                throw new IllegalArgumentException("%s, away for %s".formatted(parts, away));
            }
        }

        @Override
        public String toString() {
            return "kill " + labels(parts);
        }
    }

    /** It stands still in the middle of whatever it does, and then goes on as if no time had passed. */
    record Pause(Part part, Duration length) implements Fault {
        @Override
        public Set<Part> parts() {
            return Set.of(part);
        }

        @Override
        public String toString() {
            return "pause %s for %.1f s".formatted(part.label(), length.toMillis() / 1e3);
        }
    }
}
