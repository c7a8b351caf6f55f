package org.hfsregistry.registry.proof;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Seals whose numbers are taken, and which can't be read. */
final class UnreadableSeals implements Seals {

    @Override
    public Set<Integer> partitions() {
        return Set.of(HistoryInMemory.PARTITION);
    }

    @Override
    public Optional<Seal> last(int partition) {
        return Optional.empty();
    }

    @Override
    public OptionalLong numberAfter(int partition, long number) {
        return number < 1 ? OptionalLong.of(1) : OptionalLong.empty();
    }

    @Override
    public Map<Long, Seal> of(int partition, long from, long to) {
        return Map.of();
    }

    @Override
    public boolean add(Seal seal) {
        return false;
    }
}
