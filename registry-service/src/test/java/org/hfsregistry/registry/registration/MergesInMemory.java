package org.hfsregistry.registry.registration;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hfsregistry.contract.registered.Position;
import org.hfsregistry.registry.merging.Merge;
import org.hfsregistry.registry.merging.Merges;

/** Merges, in maps. */
final class MergesInMemory implements Merges {

    private final Map<String, Merge> merges = new TreeMap<>();
    private final Set<String> done = new TreeSet<>();
    private final Runnable beforeEachStep;

    MergesInMemory(Runnable beforeEachStep) {
        this.beforeEachStep = beforeEachStep;
    }

    /** Those that were carried out. */
    Map<String, Merge> all() {
        Map<String, Merge> all = new TreeMap<>(merges);
        all.keySet().retainAll(done);
        return all;
    }

    @Override
    public void add(Merge merge) {
        beforeEachStep.run();
        merges.putIfAbsent(merge.id(), merge);
    }

    @Override
    public void undo(Position merge) {
        beforeEachStep.run();
        merges.computeIfPresent(
                Merge.id(merge),
                (_, stored) -> stored.state() == Merge.State.STANDING
                        ? as(stored, stored.patients(), Merge.State.UNDONE)
                        : stored);
    }

    private static Merge as(Merge merge, Optional<Merge.Patients> patients, Merge.State state) {
        return new Merge(
                merge.hospitalId(),
                patients,
                merge.undoes(),
                merge.position(),
                merge.requestedAt(),
                merge.by(),
                merge.at(),
                state,
                merge.reason(),
                merge.treatments(),
                merge.leftOut());
    }

    @Override
    public void done(Position merge) {
        beforeEachStep.run();
        done.add(Merge.id(merge));
    }

    @Override
    public List<Merge> standing(Set<String> hospitalIds) {
        beforeEachStep.run();
        return merges.values().stream()
                .filter(merge -> merge.state() == Merge.State.STANDING)
                .filter(merge -> hospitalIds.contains(merge.hospitalId()))
                .toList();
    }

    @Override
    public boolean isFollowed(String hospitalId, Position position) {
        beforeEachStep.run();
        return merges.values().stream()
                .anyMatch(merge -> merge.hospitalId().equals(hospitalId)
                        && merge.position().offset() > position.offset());
    }

    @Override
    public Optional<Merge> find(String hospitalId, String id) {
        throw new UnsupportedOperationException("nobody looks");
    }

    @Override
    public List<Merge> of(String hospitalId, Optional<String> after, int limit) {
        throw new UnsupportedOperationException("nobody looks");
    }

    @Override
    public void redact(List<Position> positions) {
        for (Position position : positions) {
            beforeEachStep.run();
            merges.computeIfPresent(
                    Merge.id(position),
                    (_, stored) ->
                            stored.patients().isPresent() ? as(stored, Optional.empty(), Merge.State.ERASED) : stored);
        }
    }
}
