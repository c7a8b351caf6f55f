package org.hfsregistry.registry.registration;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hfsregistry.registry.erasure.Erasure;
import org.hfsregistry.registry.erasure.Erasures;

/** Erasures, in maps. */
final class ErasuresInMemory implements Erasures {

    private final Map<String, Erasure> erasures = new TreeMap<>();
    private final Set<String> hospitals = new HashSet<>();
    private final Set<Patient> patients = new HashSet<>();
    private final Runnable beforeEachStep;

    ErasuresInMemory(Runnable beforeEachStep) {
        this.beforeEachStep = beforeEachStep;
    }

    Map<String, Erasure> all() {
        return erasures;
    }

    @Override
    public void mark(Patient patient) {
        beforeEachStep.run();
        patients.add(patient);
        beforeEachStep.run();
        hospitals.add(patient.hospitalId());
    }

    @Override
    public void add(Erasure erasure) {
        beforeEachStep.run();
        erasures.putIfAbsent(erasure.id(), erasure);
    }

    @Override
    public Set<String> hospitals(Set<String> hospitalIds) {
        beforeEachStep.run();
        return hospitalIds.stream().filter(hospitals::contains).collect(Collectors.toSet());
    }

    @Override
    public Set<Patient> erased(Set<Patient> asked) {
        beforeEachStep.run();
        return asked.stream().filter(patients::contains).collect(Collectors.toSet());
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
