package org.hfsregistry.faults.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hfsregistry.faults.check.Violation.What;
import org.hfsregistry.faults.load.Acknowledged;
import org.hfsregistry.faults.load.ReportedRow;
import org.hfsregistry.faults.load.ReportedRow.Kind;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CompareRecordsTest {

    private static final String SHOWN = """
        {"treatmentId": "%1$s", "outcomes": [{"outcome": {"type": "mvd-outcome", "outcomeId": "%1$s-year",
         "revision": %2$d, "hospitalId": "h", "patientId": "k1.%1$s", "treatmentId": "%1$s", "spasmGrade": "%3$s"}}]}\
        """;

    private final List<ReportedRow> rows = new ArrayList<>(List.of(
            row(Kind.REPORT, "a", 2, "E1"),
            row(Kind.REPORT, "a", 1, "E0"),
            row(Kind.CONTRADICTION, "a", 2, "E3"),
            row(Kind.REPORT, "b", 1, "E0"),
            row(Kind.REPORT, "c", 1, "E0"),
            row(Kind.RETRACTION, "c", 1, "")));
    private final Map<String, JsonNode> receipts = receipts();
    private final List<JsonNode> treatments =
            new ArrayList<>(List.of(json(SHOWN.formatted("a", 2, "E1")), json(SHOWN.formatted("b", 1, "E0"))));

    private static Map<String, JsonNode> receipts() {
        return new HashMap<>(Stream.of(
                        receipt("a-year", "quarantined", 2),
                        receipt("b-year", "duplicate", 1),
                        receipt("c-year", "retracted", 0),
                        receipt("c-year-retraction", "registered", 1))
                .collect(Collectors.toMap(receipt -> receipt.path("outcomeId").asString(), receipt -> receipt)));
    }

    @Test
    void what_was_acknowledged_and_is_there_is_no_violation() {
        assertThat(violations()).isEmpty();
    }

    @Test
    void an_outcome_without_a_receipt_is_lost() {
        receipts.remove("b-year");

        assertThat(violations()).containsExactly(What.LOST);
    }

    @Test
    void an_outcome_that_is_in_no_treatment_is_lost() {
        treatments.removeLast();

        assertThat(violations()).containsExactly(What.LOST);
    }

    @Test
    void an_outcome_that_counts_in_a_lower_revision_is_lost() {
        receipts.put("a-year", receipt("a-year", "registered", 1));
        treatments.set(0, json(SHOWN.formatted("a", 1, "E0")));

        assertThat(violations()).isNotEmpty().containsOnly(What.LOST);
    }

    @Test
    void a_contradiction_must_not_count_and_must_be_in_quarantine() {
        treatments.set(0, json(SHOWN.formatted("a", 2, "E3")));
        assertThat(violations()).containsExactly(What.LOST);

        treatments.set(0, json(SHOWN.formatted("a", 2, "E1")));
        assertThat(violations(Set.of(), Map.of())).containsExactly(What.LOST);
    }

    @Test
    void a_retracted_outcome_must_not_be_there() {
        treatments.add(json(SHOWN.formatted("c", 1, "E0")));

        assertThat(violations()).containsExactly(What.NOT_TO_BE_THERE);
    }

    @Test
    void an_outcome_that_nobody_submitted_must_not_be_there() {
        treatments.add(json(SHOWN.formatted("x", 1, "E0")));

        assertThat(violations()).containsExactly(What.NOT_TO_BE_THERE);
    }

    @Test
    void an_outcome_in_two_treatments_or_registered_twice_is_doubled() {
        assertThat(violations(
                        Set.of("a-year"),
                        Map.of("b", List.of(receipt("b-year", "registered", 1), receipt("b-year", "registered", 1)))))
                .containsExactly(What.DOUBLED);

        treatments.add(treatments.getFirst());
        assertThat(violations()).isNotEmpty().containsOnly(What.DOUBLED);
    }

    @Test
    void a_retraction_before_its_outcome_must_be_in_quarantine() {
        rows.add(4, rows.removeLast());

        assertThat(violations()).containsExactly(What.LOST);
    }

    @Test
    void what_is_in_quarantine_without_having_contradicted_is_found() {
        assertThat(violations(Set.of("a-year", "b-year"), Map.of())).containsExactly(What.NOT_TO_BE_THERE);
    }

    @Test
    void a_patient_who_became_another_is_found() {
        treatments.set(1, json(SHOWN.formatted("b", 1, "E0").replace("k1.b", "k1.a")));

        assertThat(violations()).containsExactly(What.OTHER_PATIENT);
    }

    private List<What> violations() {
        return violations(Set.of("a-year"), Map.of());
    }

    private List<What> violations(Set<String> quarantined, Map<String, List<JsonNode>> histories) {
        FoundRecord found = new FoundRecord(
                receipts,
                treatments,
                export(),
                histories,
                quarantined.stream().map(CompareRecordsTest::conflict).toList(),
                List.of(),
                List.of());
        return CompareRecords.of("h", Acknowledged.ofRows(rows), ExpectedRecord.of(rows), found).stream()
                .map(Violation::what)
                .distinct()
                .toList();
    }

    private List<JsonNode> export() {
        return treatments.stream()
                .map(treatment -> treatment.at("/outcomes/0/outcome"))
                .toList();
    }

    private static JsonNode conflict(String outcomeId) {
        return json("{\"outcomeId\": \"%s\", \"code\": \"CONFLICT\"}".formatted(outcomeId));
    }

    private static ReportedRow row(Kind kind, String treatment, int revision, String grade) {
        String about = treatment + "-year";
        String id = kind == Kind.RETRACTION ? about + "-retraction" : about;
        return new ReportedRow(kind, id, about, revision, """
            {"type": "mvd-outcome", "outcomeId": "%1$s", "revision": %2$d, "patientId": "patient-%3$s",
             "treatmentId": "%3$s", "spasmGrade": "%4$s"}\
            """.formatted(id, revision, treatment, grade));
    }

    private static JsonNode receipt(String outcomeId, String status, int counts) {
        String counting = counts == 0 ? "" : ", \"counts\": {\"revision\": %d}".formatted(counts);
        return json("{\"outcomeId\": \"%s\", \"revision\": %d, \"status\": \"%s\"%s}"
                .formatted(outcomeId, counts, status, counting));
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
