package org.hfsregistry.faults.check;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which of a hospital's ids are one person's, and who was erased, by what was asked for so far. */
final class Persons {

    private final Map<String, String> merged = new LinkedHashMap<>();
    private final Set<String> erased = new HashSet<>();
    private final Set<String> everMerged = new HashSet<>();

    void merge(String staying, String goes) {
        merged.put(goes, staying);
        everMerged.add(goes);
    }

    void part(String goesBack) {
        merged.remove(goesBack);
    }

    /** Erases whoever is that person. Returns all ids of it. */
    Set<String> erase(String patientId) {
        String person = of(patientId);
        Set<String> ids = Stream.of(merged.keySet(), merged.values(), Set.of(patientId))
                .flatMap(Collection::stream)
                .filter(each -> of(each).equals(person))
                .collect(Collectors.toSet());
        erased.addAll(ids);
        merged.keySet().removeAll(ids);
        return ids;
    }

    /** The id under which a patient is shown. */
    String of(String patientId) {
        String person = patientId;
        while (merged.containsKey(person)) {
            person = merged.getOrDefault(person, person);
        }
        return person;
    }

    boolean isErased(String patientId) {
        return erased.contains(patientId);
    }

    /** The merges that stand: the id that stays by the one that goes. */
    Map<String, String> standing() {
        return merged;
    }

    /** All who were erased. */
    Set<String> erased() {
        return erased;
    }

    /** All ids that were ever merged into another. */
    Set<String> everMerged() {
        return everMerged;
    }
}
