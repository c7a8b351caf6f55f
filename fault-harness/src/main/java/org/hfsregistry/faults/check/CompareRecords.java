package org.hfsregistry.faults.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hfsregistry.faults.check.ExpectedRecord.Counting;
import org.hfsregistry.faults.check.Violation.What;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Finds how what is there differs from what has to be there. */
public final class CompareRecords {

    private static final Set<String> ADDED_BY_THE_REGISTRY = Set.of("hospitalId", "revision");

    private final String hospital;
    private final ExpectedRecord expected;
    private final FoundRecord found;
    private final List<Violation> violations = new ArrayList<>();

    private CompareRecords(String hospital, ExpectedRecord expected, FoundRecord found) {
        this.hospital = hospital;
        this.expected = expected;
        this.found = found;
    }

    /** Every difference. */
    public static List<Violation> of(String hospital, ExpectedRecord expected, FoundRecord found) {
        CompareRecords compared = new CompareRecords(hospital, expected, found);
        compared.receipts();
        compared.treatments();
        compared.histories();
        compared.quarantine();
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
            } else {
                receipt(outcomeId, receipt);
            }
        }
    }

    private void receipt(String outcomeId, JsonNode receipt) {
        Counting counting = expected.counting().get(outcomeId);
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
        if (status.equals("quarantined") && !expected.contradicted().contains(outcomeId)) {
            violated(What.LOST, "%s contradicts nothing, its receipt says %s".formatted(outcomeId, receipt));
        }
    }

    private void treatments() {
        Map<String, JsonNode> there = new HashMap<>();
        Set<String> treatmentIds = new HashSet<>();
        for (JsonNode treatment : found.treatments()) {
            if (!treatmentIds.add(treatment.path("treatmentId").asString())) {
                violated(
                        What.DOUBLED,
                        "treatment " + treatment.path("treatmentId").asString());
            }
            for (JsonNode reported : treatment.path("outcomes")) {
                JsonNode outcome = reported.path("outcome");
                String outcomeId = outcome.path("outcomeId").asString();
                if (there.put(outcomeId, outcome) != null) {
                    violated(What.DOUBLED, outcomeId + " in the treatments");
                }
                if (!expected.counting().containsKey(outcomeId)) {
                    violated(What.NOT_TO_BE_THERE, "%s: %s".formatted(outcomeId, outcome));
                }
            }
        }
        Map<String, String> pseudonyms = new HashMap<>();
        expected.counting().forEach((outcomeId, counting) -> {
            if (!counting.treatmentId().isEmpty()) {
                treatment(outcomeId, counting, there.get(outcomeId), pseudonyms);
            }
        });
        if (new HashSet<>(pseudonyms.values()).size() < pseudonyms.size()) {
            violated(What.OTHER_NUMBER, "two patients have one pseudonym");
        }
    }

    private void treatment(
            String outcomeId, Counting counting, @Nullable JsonNode there, Map<String, String> pseudonyms) {
        if (there == null) {
            violated(What.LOST, outcomeId + " is in no treatment");
            return;
        }
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
        String pseudonym = there.path("patientId").asString();
        String before = pseudonyms.putIfAbsent(counting.said().path("patientId").asString(), pseudonym);
        if (before != null && !before.equals(pseudonym)) {
            violated(What.OTHER_NUMBER, "the patient of %s is two patients".formatted(outcomeId));
        }
    }

    private static boolean isSame(JsonNode said, JsonNode there) {
        return (said.isNumber() && there.isNumber())
                ? said.decimalValue().compareTo(there.decimalValue()) == 0
                : said.equals(there);
    }

    /** Of each revision one arrival is registered, whatever was sent again. */
    private void histories() {
        found.histories().forEach((treatmentId, arrivals) -> {
            Map<String, Integer> registered = new HashMap<>();
            for (JsonNode arrival : arrivals) {
                if (arrival.path("status").asString().equals("registered")) {
                    registered.merge(
                            arrival.path("outcomeId").asString() + "@"
                                    + arrival.path("revision").asInt(),
                            1,
                            Integer::sum);
                }
            }
            registered.forEach((revision, times) -> {
                if (times > 1) {
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
        found.quarantined().stream()
                .filter(outcomeId -> !expected.contradicted().contains(outcomeId))
                .forEach(outcomeId -> violated(What.NOT_TO_BE_THERE, outcomeId + " in quarantine"));
        expected.contradictions().stream()
                .filter(outcomeId -> !found.quarantined().contains(outcomeId))
                .forEach(outcomeId -> violated(What.LOST, outcomeId + " is not in quarantine"));
    }
}
