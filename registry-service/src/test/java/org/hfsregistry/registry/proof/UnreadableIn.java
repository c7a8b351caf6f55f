package org.hfsregistry.registry.proof;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Seals, those of one partition unreadable. */
record UnreadableIn(int partition, Seals others) implements Seals {

    @Override
    public Set<Integer> partitions() {
        return others.partitions();
    }

    @Override
    public Optional<Seal> last(int asked) {
        return of(asked).last(asked);
    }

    @Override
    public OptionalLong numberAfter(int asked, long number) {
        return of(asked).numberAfter(asked, number);
    }

    @Override
    public Map<Long, Seal> of(int asked, long from, long to) {
        return of(asked).of(asked, from, to);
    }

    @Override
    public boolean add(Seal seal) {
        return of(seal.partition()).add(seal);
    }

    private Seals of(int asked) {
        return asked == partition ? new UnreadableSeals() : others;
    }
}
