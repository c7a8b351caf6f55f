package org.hfsregistry.registry.registration;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.hfsregistry.contract.registered.Position;
import org.hfsregistry.registry.receipt.OutcomeEntry;
import org.hfsregistry.registry.receipt.OutcomeIndex;

/** The entries of outcomes, in a map. */
record EntriesInMemory(Map<String, OutcomeEntry> entries, EachInAnyOrder each) implements OutcomeIndex {

    /** Does something with each of a bulk, as a store does. */
    interface EachInAnyOrder {
        <T> void of(Collection<T> bulk, Consumer<T> step);
    }

    @Override
    public List<OutcomeEntry> find(Set<String> ids) {
        List<OutcomeEntry> found = new ArrayList<>();
        each.of(new TreeSet<>(ids), id -> {
            OutcomeEntry stored = entries.get(id);
            if (stored != null) {
                found.add(stored);
            }
        });
        return found;
    }

    @Override
    public void add(Collection<OutcomeEntry> bulk) {
        put(bulk);
    }

    @Override
    public void put(Collection<OutcomeEntry> bulk) {
        each.of(bulk, entry -> entries.merge(entry.id(), entry, EntriesInMemory::newer));
    }

    private static OutcomeEntry newer(OutcomeEntry stored, OutcomeEntry arriving) {
        Position old = stored.seen().orElseThrow();
        Position seen = arriving.seen().orElseThrow();
        return old.partition() == seen.partition() && old.offset() >= seen.offset() ? stored : arriving;
    }
}
