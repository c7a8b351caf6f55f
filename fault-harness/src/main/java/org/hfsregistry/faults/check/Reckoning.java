package org.hfsregistry.faults.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hfsregistry.faults.check.ExpectedRecord.Counting;
import org.hfsregistry.faults.load.ReportedRow;
import org.hfsregistry.faults.load.Said;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What becomes of a hospital's record, one thing that it says after the other: the rules of the registry, told once more. */
final class Reckoning {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Persons persons = new Persons();
    private final Map<String, Counting> counting = new LinkedHashMap<>();
    private final Map<String, String> patients = new HashMap<>();
    private final Map<String, Set<String>> filed = new HashMap<>();
    private final Map<String, Integer> leftOutRevisions = new HashMap<>();
    private final Set<String> everFiled = new HashSet<>();
    private final Map<String, Map<String, Integer>> first = new HashMap<>();
    private final Set<String> erasedTreatments = new HashSet<>();
    private final Set<String> reported = new HashSet<>();
    private final Map<String, Set<String>> retractions = new HashMap<>();
    private final Set<String> quarantined = new HashSet<>();
    private final Set<String> held = new HashSet<>();
    private final Set<String> refused = new HashSet<>();
    private final Set<String> anothers = new HashSet<>();

    /** @param at its place in what the hospital says */
    void say(int at, Said said) {
        switch (said) {
            case ReportedRow row -> say(at, row);
            case Said.Merge(String staying, String merged) -> persons.merge(staying, merged);
            case Said.Undoing(String _, String merged) -> part(merged);
            case Said.Erasure(String patientId) -> erase(patientId);
        }
    }

    private void say(int at, ReportedRow row) {
        boolean isFirst = reported.add(row.outcomeId());
        switch (row.kind()) {
            case REPORT, CONTRADICTION, PROFILE -> report(at, row);
            case RETRACTION -> {
                if (isFirst && !reported.contains(row.about())) {
                    held.add(row.outcomeId());
                }
                retractions.computeIfAbsent(row.about(), _ -> new TreeSet<>()).add(row.outcomeId());
                counting.remove(row.about());
            }
        }
    }

    private void report(int at, ReportedRow row) {
        JsonNode said = JSON.readTree(row.json());
        String treatmentId = said.path("treatmentId").asString();
        String patientId = said.path("patientId").asString();
        String outcomeId = row.outcomeId();
        patients.put(outcomeId, patientId);
        if (persons.isErased(patientId)) {
            refused.add(outcomeId);
            return;
        }
        @Nullable Counting before = counting.get(outcomeId);
        boolean underIdOfErased = erasedTreatments.contains(treatmentId);
        if (retractions.containsKey(outcomeId) && (everFiled.contains(outcomeId) || !underIdOfErased)) {
            filedBy(outcomeId, patientId, treatmentId);
        } else if (before != null && row.revision() <= before.revision()) {
            if (row.revision() == before.revision() && !said.equals(before.said())) {
                quarantined.add(outcomeId);
            }
        } else if (row.revision() < leftOutRevisions.getOrDefault(outcomeId, 0)) {
            return;
        } else if (underIdOfErased) {
            anothers.add(outcomeId);
        } else if (isOfAnother(outcomeId, persons.of(patientId), treatmentId)) {
            quarantined.add(outcomeId);
        } else {
            counting.put(outcomeId, new Counting(row.revision(), treatmentId, said, patientId, at));
            filedBy(outcomeId, patientId, treatmentId);
            first.computeIfAbsent(treatmentId, _ -> new HashMap<>()).putIfAbsent(outcomeId, at);
        }
    }

    private void filedBy(String outcomeId, String patientId, String treatmentId) {
        everFiled.add(outcomeId);
        filed.computeIfAbsent(treatmentId, _ -> new HashSet<>()).add(patientId);
    }

    /** Outcomes of a treatment agree on the patient. */
    private boolean isOfAnother(String outcomeId, String person, String treatmentId) {
        return !treatmentId.isEmpty()
                && in(treatmentId).stream()
                        .anyMatch(other -> !other.getKey().equals(outcomeId)
                                && !persons.of(other.getValue().patientId()).equals(person));
    }

    private List<Map.Entry<String, Counting>> in(String treatmentId) {
        return counting.entrySet().stream()
                .filter(each -> each.getValue().treatmentId().equals(treatmentId))
                .toList();
    }

    /** What came under both ids stays with the one of whom there was something first, and the rest is to be looked at. */
    private void part(String goesBack) {
        persons.part(goesBack);
        Set<String> treatments = new TreeSet<>();
        counting.values().forEach(each -> treatments.add(each.treatmentId()));
        treatments.remove("");
        for (String treatmentId : treatments) {
            List<Map.Entry<String, Counting>> there = in(treatmentId);
            Map<String, Integer> firstThere = first.getOrDefault(treatmentId, Map.of());
            Map.Entry<String, Counting> staysWith = there.stream()
                    .min(Comparator.comparing(each -> firstThere.getOrDefault(each.getKey(), 0)))
                    .orElseThrow();
            String person = persons.of(staysWith.getValue().patientId());
            there.stream()
                    .filter(each -> !persons.of(each.getValue().patientId()).equals(person))
                    .forEach(leftOut -> {
                        counting.remove(leftOut.getKey());
                        everFiled.remove(leftOut.getKey());
                        leftOutRevisions.put(
                                leftOut.getKey(), leftOut.getValue().revision());
                        quarantined.add(leftOut.getKey());
                    });
        }
    }

    private void erase(String patientId) {
        Set<String> ids = persons.erase(patientId);
        filed.forEach((treatmentId, of) -> {
            boolean nobodyElses = in(treatmentId).stream()
                    .allMatch(each -> ids.contains(each.getValue().patientId()));
            if (of.stream().anyMatch(ids::contains) && nobodyElses) {
                erasedTreatments.add(treatmentId);
            }
        });
        counting.values().removeIf(each -> ids.contains(each.patientId()));
    }

    ExpectedRecord record() {
        Set<String> erased = patients.entrySet().stream()
                .filter(each -> persons.isErased(each.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        Set<String> retractionsOfErased = new HashSet<>();
        erased.forEach(outcomeId -> retractionsOfErased.addAll(retractions.getOrDefault(outcomeId, Set.of())));
        anothers.removeAll(erased);
        quarantined.addAll(anothers);
        quarantined.removeAll(erased);
        return new ExpectedRecord(
                counting,
                reported,
                retractions.keySet(),
                quarantined,
                held,
                new ExpectedRecord.Erased(erased, retractionsOfErased, refused, erasedTreatments, anothers),
                persons);
    }

    /** Reckons all of it. */
    static ExpectedRecord of(List<? extends Said> all) {
        Reckoning reckoning = new Reckoning();
        List<Said> said = new ArrayList<>(all);
        for (int at = 0; at < said.size(); at++) {
            reckoning.say(at, said.get(at));
        }
        return reckoning.record();
    }
}
