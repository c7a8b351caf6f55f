package org.hfsregistry.registry.proof;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Where seals are kept, each once and for ever. */
public interface Seals {

    /** The partitions that have seals. */
    Set<Integer> partitions();

    /** The one with the highest number. */
    Optional<Seal> last(int partition);

    /** The next number that is there after a number. */
    OptionalLong numberAfter(int partition, long number);

    /** Those of these numbers that are there and can be read, by number. */
    Map<Long, Seal> of(int partition, long from, long to);

    /** Adds one. @return whether its number was free; if not, nothing was added */
    boolean add(Seal seal);
}
