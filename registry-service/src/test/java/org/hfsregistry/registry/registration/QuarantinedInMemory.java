package org.hfsregistry.registry.registration;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.hfsregistry.contract.registered.Position;
import org.hfsregistry.registry.arrival.Arrival;
import org.hfsregistry.registry.quarantine.Quarantine;
import org.hfsregistry.registry.quarantine.Quarantined;

/** Quarantined arrivals, in a map. */
record QuarantinedInMemory(Map<String, Quarantined> quarantine, EachInAnyOrder each, Next next) implements Quarantine {

    /** Does something with each of a bulk, as a store does. */
    interface EachInAnyOrder {
        <T> void of(Collection<T> bulk, Consumer<T> step);
    }

    /** Some of those after an id. */
    interface Next {
        List<Quarantined> of(Map<String, Quarantined> all, Optional<String> after);
    }

    @Override
    public void add(List<Quarantined> quarantined) {
        each.of(quarantined, one -> quarantine.putIfAbsent(one.id(), one));
    }

    @Override
    public List<Quarantined> of(String hospitalId, Optional<String> after, int limit) {
        throw new UnsupportedOperationException("nobody looks");
    }

    @Override
    public Map<String, Integer> sizes() {
        throw new UnsupportedOperationException("nobody counts");
    }

    @Override
    public List<Quarantined> find(Set<String> ids) {
        throw new UnsupportedOperationException("nobody counts");
    }

    @Override
    public Optional<Quarantined> find(String id) {
        throw new UnsupportedOperationException("nobody looks");
    }

    @Override
    public List<Quarantined> all(Optional<String> after, int limit) {
        return next.of(quarantine, after);
    }

    @Override
    public void replace(List<Quarantined> quarantined) {
        each.of(quarantined, one -> quarantine.computeIfPresent(one.id(), (_, stored) -> changed(stored, one)));
    }

    private static Quarantined changed(Quarantined stored, Quarantined now) {
        return stored.arrival() instanceof Arrival.Redacted ? stored : now;
    }

    @Override
    public void redact(List<Position> arrivals) {
        each.of(
                arrivals,
                position -> quarantine.computeIfPresent(Quarantined.id(position), (_, stored) -> stored.redacted()));
    }
}
