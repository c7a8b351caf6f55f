package org.hfsregistry.registry.registration;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hfsregistry.registry.arrival.PatientMark;
import org.hfsregistry.registry.erasure.Erasure;
import org.hfsregistry.registry.erasure.Erasures;
import org.hfsregistry.registry.erasure.LastErased;

/** Erasures, in maps. */
final class ErasuresInMemory implements Erasures {

    private final Map<String, Erasure> erasures = new TreeMap<>();
    private final Map<String, Map<String, Instant>> lastUnder = new TreeMap<>();
    private final Set<Patient> patients = new HashSet<>();
    private final Runnable beforeEachStep;

    ErasuresInMemory(Runnable beforeEachStep) {
        this.beforeEachStep = beforeEachStep;
    }

    Map<String, Erasure> byId() {
        return erasures;
    }

    @Override
    public void mark(String hospitalId, Set<PatientMark> marks, Optional<String> key, Instant at) {
        beforeEachStep.run();
        Map<String, Instant> last = lastUnder.computeIfAbsent(hospitalId, _ -> new TreeMap<>());
        last.merge(key.orElseThrow(), at, (one, other) -> one.isAfter(other) ? one : other);
        marks.forEach(mark -> {
            beforeEachStep.run();
            patients.add(new Patient(hospitalId, mark));
        });
    }

    @Override
    public void add(Erasure erasure) {
        beforeEachStep.run();
        erasures.putIfAbsent(erasure.id(), erasure);
    }

    @Override
    public Map<String, LastErased> hospitals(Set<String> hospitalIds) {
        beforeEachStep.run();
        Map<String, LastErased> found = new HashMap<>();
        lastUnder.forEach((hospitalId, last) -> {
            if (hospitalIds.contains(hospitalId)) {
                found.put(hospitalId, new LastErased(last, Optional.empty()));
            }
        });
        return found;
    }

    @Override
    public Set<Patient> erased(Set<Patient> asked) {
        beforeEachStep.run();
        return asked.stream().filter(patients::contains).collect(Collectors.toSet());
    }

    @Override
    public Stream<Erasure> all() {
        throw new UnsupportedOperationException("nobody tells of them again");
    }

    @Override
    public Optional<Erasure> find(String hospitalId, String id) {
        throw new UnsupportedOperationException("nobody looks");
    }

    @Override
    public List<Erasure> of(String hospitalId, Optional<String> after, int limit) {
        throw new UnsupportedOperationException("nobody looks");
    }
}
