package org.hfsregistry.faults.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hfsregistry.faults.check.Violation.What;
import org.hfsregistry.faults.load.Acknowledged;
import org.hfsregistry.faults.load.Acknowledged.Taken;
import org.hfsregistry.faults.load.ReportedRow;
import org.hfsregistry.faults.load.ReportedRow.Kind;
import org.hfsregistry.faults.load.Said;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A patient who was merged into another, and one who was erased and of whom something came again. */
class ComparePatientsTest {

    private static final Said.Merge MERGE = new Said.Merge("stays", "goes");
    private static final Said.Erasure ERASURE = new Said.Erasure("erased");
    private static final String MERGED = """
        {"id": "00003-0000000000000000005", "state": "standing", "patientId": "k1.stays", "mergedPatientId": "k1.goes"}\
        """;

    private final List<Said> said = new ArrayList<>(
            List.of(row("a", "stays"), row("b", "goes"), row("c", "erased"), MERGE, ERASURE, row("c", "erased")));
    private final List<Taken> taken = new ArrayList<>(List.of(
            new Taken(3, MERGE, Optional.of("00003-0000000000000000005"), 0),
            new Taken(4, ERASURE, Optional.of("00003-0000000000000000006"), 0)));
    private final Map<String, JsonNode> receipts = new HashMap<>(Map.of(
            "a", receipt("registered", 1),
            "b", receipt("registered", 2),
            "c", json("""
                {"status": "quarantined", "reason": "the patient was erased, and nothing of it is kept"}\
                """)));
    private final List<JsonNode> treatments =
            new ArrayList<>(List.of(treatment("a", "k1.stays"), treatment("b", "k1.stays")));
    private final Map<String, List<JsonNode>> histories = new HashMap<>();
    private final List<JsonNode> quarantine = new ArrayList<>(List.of(json("""
        {"outcomeId": "c", "code": "PATIENT_ERASED"}\
        """)));
    private final List<JsonNode> merges = new ArrayList<>(List.of(json(MERGED)));
    private final List<JsonNode> erasures = new ArrayList<>(List.of(json("""
        {"id": "00003-0000000000000000006"}\
        """)));

    @Test
    void what_was_asked_for_and_done_is_no_violation() {
        assertThat(violations()).isEmpty();
    }

    @Test
    void something_of_an_erased_patient_is_found_wherever_it_is() {
        treatments.add(treatment("c", "k1.erased"));
        assertThat(violations()).containsOnly(What.NOT_ERASED);
        treatments.removeLast();

        quarantine.set(0, json("""
            {"outcomeId": "c", "code": "PATIENT_ERASED", "outcome": {}}\
            """));
        assertThat(violations()).containsOnly(What.NOT_ERASED);
        quarantine.set(0, json("""
            {"outcomeId": "c", "code": "PATIENT_ERASED"}\
            """));

        receipts.put("c", receipt("registered", 3));
        assertThat(violations()).contains(What.NOT_ERASED);
    }

    @Test
    void a_refusal_that_is_not_told_is_found() {
        quarantine.clear();
        assertThat(violations()).containsOnly(What.LOST);
    }

    @Test
    void anothers_outcome_under_the_id_of_an_erased_treatment_is_found_where_it_is_not_kept() {
        said.add(row("d", "stays", "t-c"));
        receipts.put("d", json("""
            {"status": "quarantined"}\
            """));
        quarantine.add(json("""
            {"outcomeId": "d", "code": "ID_OF_ERASED", "outcome": {}}\
            """));
        assertThat(violations()).isEmpty();

        quarantine.set(1, json("""
            {"outcomeId": "d", "code": "ID_OF_ERASED"}\
            """));
        assertThat(violations()).containsOnly(What.LOST);
    }

    @Test
    void a_merged_patient_who_comes_under_the_own_id_or_whose_merge_does_not_stand_is_found() {
        treatments.set(1, treatment("b", "k1.goes"));
        assertThat(violations()).containsOnly(What.OTHER_PATIENT);
        treatments.set(1, treatment("b", "k1.stays"));

        merges.set(0, json(MERGED.replace("standing", "undone")));
        assertThat(violations()).containsOnly(What.OTHER_PATIENT);
    }

    @Test
    void a_history_that_tells_nothing_of_the_merge_is_found() {
        histories.put("t-b", List.of(json("""
            {"outcomeId": "b", "revision": 1, "status": "registered"}\
            """)));
        assertThat(violations()).containsOnly(What.LOST);
    }

    @Test
    void what_the_registry_took_and_does_not_tell_of_is_lost() {
        erasures.clear();
        assertThat(violations()).containsOnly(What.LOST);
    }

    @Test
    void a_request_that_was_not_answered_may_have_been_kept_and_no_other() {
        merges.add(json("""
            {"id": "00003-0000000000000000004", "state": "without-effect"}\
            """));
        assertThat(violations()).containsOnly(What.NOT_TO_BE_THERE);

        taken.set(0, new Taken(3, MERGE, Optional.of("00003-0000000000000000005"), 1));
        assertThat(violations()).isEmpty();
        merges.removeFirst();
        merges.set(0, json(MERGED.replace("005", "004")));
        taken.set(0, new Taken(3, MERGE, Optional.empty(), 1));
        assertThat(violations()).isEmpty();
    }

    @Test
    void what_counts_from_before_a_request_that_came_before_it_is_found() {
        receipts.put("b", receipt("registered", 7));
        assertThat(violations()).containsOnly(What.OTHER_ORDER);
    }

    private List<What> violations() {
        Acknowledged acknowledged =
                new Acknowledged(said, taken, Map.of("stays", "k1.stays", "goes", "k1.goes", "erased", "k1.erased"));
        List<JsonNode> export = treatments.stream()
                .map(treatment -> treatment.at("/outcomes/0/outcome"))
                .toList();
        FoundRecord found = new FoundRecord(receipts, treatments, export, histories, quarantine, merges, erasures);
        return CompareRecords.of("h", acknowledged, ExpectedRecord.of(said), found).stream()
                .map(Violation::what)
                .toList();
    }

    private static ReportedRow row(String outcomeId, String patientId) {
        return row(outcomeId, patientId, "t-" + outcomeId);
    }

    private static ReportedRow row(String outcomeId, String patientId, String treatmentId) {
        return new ReportedRow(Kind.REPORT, outcomeId, outcomeId, 1, """
            {"type": "mvd-outcome", "outcomeId": "%s", "revision": 1, "patientId": "%s", "treatmentId": "%s"}\
            """.formatted(outcomeId, patientId, treatmentId));
    }

    private static JsonNode receipt(String status, int offset) {
        return json("""
            {"status": "%s", "counts": {"revision": 1, "position": {"partition": 3, "offset": %d}}}\
            """.formatted(status, offset));
    }

    private static JsonNode treatment(String outcomeId, String pseudonym) {
        return json("""
            {"treatmentId": "t-%1$s", "outcomes": [{"outcome": {"type": "mvd-outcome", "outcomeId": "%1$s", "revision": 1,
             "hospitalId": "h", "patientId": "%2$s", "treatmentId": "t-%1$s"}}]}\
            """.formatted(outcomeId, pseudonym));
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
