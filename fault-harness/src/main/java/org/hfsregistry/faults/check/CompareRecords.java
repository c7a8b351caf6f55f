package org.hfsregistry.faults.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hfsregistry.faults.check.ExpectedRecord.Counting;
import org.hfsregistry.faults.check.Violation.What;
import org.hfsregistry.faults.load.Acknowledged;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Finds how what is there differs from what has to be there. */
public final class CompareRecords {

    private static final Set<String> ADDED_BY_THE_REGISTRY = Set.of("hospitalId", "revision");

    private final String hospital;
    private final ExpectedRecord expected;
    private final FoundRecord found;
    private final List<Violation> violations = new ArrayList<>();
    private final Map<String, String> pseudonyms;

    private CompareRecords(
            String hospital, ExpectedRecord expected, FoundRecord found, Map<String, String> pseudonyms) {
        this.hospital = hospital;
        this.expected = expected;
        this.found = found;
        this.pseudonyms = new HashMap<>(pseudonyms);
    }

    /** Every difference. */
    public static List<Violation> of(
            String hospital, Acknowledged acknowledged, ExpectedRecord expected, FoundRecord found) {
        CompareRecords compared = new CompareRecords(hospital, expected, found, acknowledged.pseudonyms());
        compared.receipts();
        compared.treatments();
        compared.counting(compared.outcomesOfTreatments(), "the treatments");
        compared.counting(found.export(), "the export");
        compared.histories();
        compared.quarantine();
        compared.violations.addAll(ComparePatients.of(hospital, acknowledged, expected, found));
        return List.copyOf(compared.violations);
    }

    private void violated(What what, String where) {
        violations.add(new Violation(what, hospital, where));
    }

    private void receipts() {
        for (String outcomeId : expected.reported()) {
            JsonNode receipt = found.receipts().get(outcomeId);
            if (receipt == null) {
                violated(What.LOST, outcomeId + " has no receipt");
            } else if (!expected.erased().mayBeRefused(outcomeId)) {
                receipt(outcomeId, receipt);
            }
        }
    }

    private void receipt(String outcomeId, JsonNode receipt) {
        @Nullable Counting counting = expected.counting().get(outcomeId);
        int counts = receipt.path("counts").path("revision").asInt(0);
        String status = receipt.path("status").asString();
        if (counting != null && counts != counting.revision()) {
            violated(
                    What.LOST,
                    "revision %d of %s has to count, its receipt says %s"
                            .formatted(counting.revision(), outcomeId, receipt));
        }
        if (expected.retracted().contains(outcomeId) && !(counts == 0 && status.equals("retracted"))) {
            violated(What.NOT_TO_BE_THERE, "%s was retracted, its receipt says %s".formatted(outcomeId, receipt));
        }
        if (counting == null && counts != 0 && expected.quarantined().contains(outcomeId)) {
            violated(What.NOT_TO_BE_THERE, "%s contradicts, its receipt says %s".formatted(outcomeId, receipt));
        }
        if (status.equals("quarantined") && !expected.quarantined().contains(outcomeId)) {
            violated(What.LOST, "%s contradicts nothing, its receipt says %s".formatted(outcomeId, receipt));
        }
    }

    private void treatments() {
        Set<String> treatmentIds = new HashSet<>();
        for (JsonNode treatment : found.treatments()) {
            String treatmentId = treatment.path("treatmentId").asString();
            if (!treatmentIds.add(treatmentId)) {
                violated(What.DOUBLED, "treatment " + treatmentId);
            }
        }
    }

    private List<JsonNode> outcomesOfTreatments() {
        return found.treatments().stream()
                .flatMap(treatment -> treatment.path("outcomes").valueStream())
                .map(reported -> reported.path("outcome"))
                .toList();
    }

    /** Each outcome that counts is there once, as it was submitted and under the patient's present id, and nothing else is. */
    private void counting(List<JsonNode> outcomes, String where) {
        Map<String, JsonNode> there = new HashMap<>();
        for (JsonNode outcome : outcomes) {
            String outcomeId = outcome.path("outcomeId").asString();
            if (there.put(outcomeId, outcome) != null) {
                violated(What.DOUBLED, "%s in %s".formatted(outcomeId, where));
            }
            if (expected.erased().outcomes().contains(outcomeId)) {
                violated(What.NOT_ERASED, "%s in %s: %s".formatted(outcomeId, where, outcome));
            } else if (!expected.counting().containsKey(outcomeId)) {
                violated(What.NOT_TO_BE_THERE, "%s in %s: %s".formatted(outcomeId, where, outcome));
            }
        }
        expected.counting().forEach((outcomeId, counting) -> {
            @Nullable JsonNode outcome = there.get(outcomeId);
            if (outcome != null) {
                said(outcomeId, counting, outcome);
            } else if (!counting.treatmentId().isEmpty()) {
                violated(What.LOST, "%s is not in %s".formatted(outcomeId, where));
            }
        });
        patients(there, where);
    }

    private void said(String outcomeId, Counting counting, JsonNode there) {
        for (Map.Entry<String, JsonNode> field : counting.said().properties()) {
            if (!field.getKey().equals("patientId") && !isSame(field.getValue(), there.path(field.getKey()))) {
                violated(What.LOST, "%s of %s as it was submitted: %s".formatted(field.getKey(), outcomeId, there));
            }
        }
        for (String field : there.propertyNames()) {
            if (!counting.said().has(field) && !ADDED_BY_THE_REGISTRY.contains(field)) {
                violated(What.NOT_TO_BE_THERE, "%s of %s: %s".formatted(field, outcomeId, there));
            }
        }
    }

    /** A patient comes under the pseudonym of the id that stays, and no two patients under one. */
    private void patients(Map<String, JsonNode> there, String where) {
        Map<String, String> shown = new HashMap<>(pseudonyms);
        shown.keySet()
                .retainAll(
                        expected.patients().stream().map(expected.persons()::of).collect(Collectors.toSet()));
        expected.counting().forEach((outcomeId, counting) -> {
            @Nullable JsonNode outcome = there.get(outcomeId);
            if (outcome == null || counting.treatmentId().isEmpty()) {
                return;
            }
            String pseudonym = outcome.path("patientId").asString();
            String before = shown.merge(expected.persons().of(counting.patientId()), pseudonym, (first, _) -> first);
            if (!before.equals(pseudonym)) {
                violated(
                        What.OTHER_PATIENT,
                        "%s of %s comes under %s and not under %s in %s"
                                .formatted(outcomeId, counting.patientId(), pseudonym, before, where));
            }
        });
        if (new HashSet<>(shown.values()).size() < shown.size()) {
            violated(What.OTHER_PATIENT, "two patients have one pseudonym in " + where);
        }
    }

    private static boolean isSame(JsonNode said, JsonNode there) {
        return (said.isNumber() && there.isNumber())
                ? said.decimalValue().compareTo(there.decimalValue()) == 0
                : said.equals(there);
    }

    /** Of each revision one arrival is registered, whatever was sent again; but where it was left out and came again. */
    private void histories() {
        found.histories().forEach((treatmentId, arrivals) -> {
            Map<String, Integer> registered = new HashMap<>();
            for (JsonNode arrival : arrivals) {
                if (arrival.has("outcomeId")
                        && arrival.path("status").asString().equals("registered")) {
                    registered.merge(
                            arrival.path("outcomeId").asString() + "@"
                                    + arrival.path("revision").asInt(),
                            1,
                            Integer::sum);
                }
            }
            registered.forEach((revision, times) -> {
                String outcomeId = revision.substring(0, revision.lastIndexOf('@'));
                if (times > 1
                        && !expected.quarantined().contains(outcomeId)
                        && !expected.erased().mayBeRefused(outcomeId)) {
                    violated(What.DOUBLED, "%s in the history of %s".formatted(revision, treatmentId));
                }
            });
            expected.counting().forEach((outcomeId, counting) -> {
                if (counting.treatmentId().equals(treatmentId)
                        && !registered.containsKey(outcomeId + "@" + counting.revision())) {
                    violated(What.LOST, "%s in the history of %s".formatted(outcomeId, treatmentId));
                }
            });
        });
    }

    private void quarantine() {
        Set<String> there = new HashSet<>();
        for (JsonNode entry : found.quarantine()) {
            String outcomeId = entry.path("outcomeId").asString();
            String code = entry.path("code").asString();
            if (!code.equals("PATIENT_ERASED")) {
                there.add(outcomeId);
            }
            boolean isExpected = switch (code) {
                case "PATIENT_ERASED" -> expected.erased().mayBeRefused(outcomeId);
                case "RETRACTS_UNKNOWN" -> expected.held().contains(outcomeId);
                default -> expected.quarantined().contains(outcomeId);
            };
            if (!isExpected) {
                violated(What.NOT_TO_BE_THERE, "in quarantine: " + entry);
            }
        }
        Stream.concat(
                        expected.quarantined().stream(),
                        expected.held().stream()
                                .filter(retraction ->
                                        !expected.erased().retractions().contains(retraction)))
                .filter(outcomeId -> !there.contains(outcomeId))
                .forEach(outcomeId -> violated(What.LOST, outcomeId + " is not in quarantine"));
    }
}
