package org.hfsregistry.faults.load;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Whom a hospital merges, parts and erases. It asks for nothing that would change nothing, by what it asked for before. */
final class PatientsCourse {

    private static final int ENOUGH = 4;
    private static final int TURNS = 5;

    private final Random random;
    private final Set<String> living = new LinkedHashSet<>();
    private final Set<String> erased = new LinkedHashSet<>();
    private final Map<String, String> merged = new LinkedHashMap<>();
    private int turn;

    PatientsCourse(Random random) {
        this.random = random;
    }

    /** Something is said of this patient. */
    void reported(String patientId) {
        if (!erased.contains(patientId)) {
            living.add(patientId);
        }
    }

    /** Whether there are so many that some can be taken for others. */
    boolean areEnough() {
        return living.size() >= ENOUGH;
    }

    boolean isErased(String patientId) {
        return erased.contains(patientId);
    }

    /** Another id of the same person; absent where there is none. */
    Optional<String> otherId(String patientId) {
        List<String> others = new ArrayList<>(idsOf(patientId));
        others.remove(patientId);
        return others.isEmpty() ? Optional.empty() : Optional.of(any(others));
    }

    /** What is asked for next: whom chance chooses, but what in turn, so that a short or slow run has some of each. */
    Said.Asked next() {
        return switch (turn++ % TURNS) {
            case 1 -> merged.isEmpty() ? merge() : undoing();
            case 2 -> erasure();
            default -> merge();
        };
    }

    private Said.Asked merge() {
        List<String> canGo = new ArrayList<>(living);
        canGo.removeAll(merged.keySet());
        String goes = any(canGo);
        List<String> canStay = new ArrayList<>(living);
        canStay.removeIf(patient -> person(patient).equals(goes));
        if (canStay.isEmpty()) {
            return erasure();
        }
        String stays = any(canStay);
        merged.put(goes, stays);
        return new Said.Merge(stays, goes);
    }

    private Said.Asked undoing() {
        String goesBack = any(List.copyOf(merged.keySet()));
        return new Said.Undoing(Objects.requireNonNull(merged.remove(goesBack)), goesBack);
    }

    private Said.Asked erasure() {
        String patient = any(List.copyOf(living));
        Set<String> ids = idsOf(patient);
        living.removeAll(ids);
        erased.addAll(ids);
        merged.keySet().removeAll(ids);
        return new Said.Erasure(patient);
    }

    private Set<String> idsOf(String patientId) {
        String person = person(patientId);
        Set<String> ids = new LinkedHashSet<>(Set.of(patientId));
        living.stream().filter(other -> person(other).equals(person)).forEach(ids::add);
        return ids;
    }

    private String person(String patientId) {
        String person = patientId;
        while (merged.containsKey(person)) {
            person = merged.getOrDefault(person, person);
        }
        return person;
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
