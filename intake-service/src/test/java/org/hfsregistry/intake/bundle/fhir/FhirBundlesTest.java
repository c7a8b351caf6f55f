package org.hfsregistry.intake.bundle.fhir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hfsregistry.intake.bundle.fhir.ReadBundles.JSON;
import static org.hfsregistry.intake.bundle.fhir.ReadBundles.answer;
import static org.hfsregistry.intake.bundle.fhir.ReadBundles.example;
import static org.hfsregistry.intake.bundle.fhir.ReadBundles.issues;
import static org.hfsregistry.intake.bundle.fhir.ReadBundles.outcome;
import static org.hfsregistry.intake.bundle.fhir.ReadBundles.status;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hfsregistry.contract.clinical.Code;
import org.hfsregistry.contract.clinical.Complication;
import org.hfsregistry.contract.clinical.ComplicationGrade;
import org.hfsregistry.contract.clinical.Side;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.outcome.BotoxRelief;
import org.hfsregistry.contract.outcome.MedicationResponse;
import org.hfsregistry.intake.bundle.OutcomeBundles.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class FhirBundlesTest {

    private static final String OPERATION = example("mvd-outcome");
    private static final String WITHOUT_SITE = OPERATION.replace("\"7771000\"", "\"0\"");
    private static final String INJECTION = example("botox-relief");

    @Test
    void reads_an_assessment_of_an_operation() {
        assertThat(outcome(OPERATION)).isEqualTo(JSON.readTree("""
                {"type":"mvd-outcome","outcomeId":"op-1-year","revision":2,"patientId":"MRN-4711",
                "treatmentId":"op-1","treatedOn":"2024-03-01","side":"left",
                "complications":[{"kind":"facial-palsy","course":"transient"}],
                "patient":{"birthYear":1961,"sex":"female"},"assessedOn":"2025-03-03","spasmGrade":"E0",
                "complicationGrade":"C1","spasmReductionPct":97.5,
                "qualityOfLife":{"instrument":"hfs-7","score":3}}"""));
    }

    @Test
    void reads_a_recurrence() {
        assertThat(outcome(example("mvd-recurrence"))).isEqualTo(JSON.readTree("""
                {"type":"mvd-recurrence","outcomeId":"op-1-recurrence","patientId":"MRN-4711","treatmentId":"op-1",
                "treatedOn":"2024-03-01","side":"left","onsetOn":"2025-06-20","confirmed":true,"spasmGrade":"E2"}"""));
    }

    @Test
    void reads_the_relief_by_an_injection() {
        assertThat(outcome(INJECTION)).isEqualTo(JSON.readTree("""
                {"type":"botox-relief","outcomeId":"injection-5-relief","patientId":"MRN-0815",
                "treatmentId":"injection-5","treatedOn":"2024-09-10","product":"onabotulinum","doseUnits":22.5,
                "side":"right","complications":[{"kind":"ptosis","course":"transient"}],"responded":true,
                "injectionNumber":5,"onsetDays":4,"peakReductionPct":80,"reliefEndedOn":"2024-12-10"}"""));
    }

    @Test
    void reads_the_response_to_a_medication() {
        assertThat(outcome(example("medication-response"))).isEqualTo(JSON.readTree("""
                {"type":"medication-response","outcomeId":"response1","patientId":"p2","treatmentId":"course-1",
                "treatedOn":"2023-05-02","stoppedOn":"2023-09-15","drug":"carbamazepine",
                "stoppedBecause":"side-effects","side":"right","assessedOn":"2023-08-01","response":"partial",
                "doseMgPerDay":600,"sideEffects":["drowsiness","dizziness"]}"""));
    }

    @Test
    void relief_that_has_not_ended_lasts_on_the_day_of_the_observation() {
        JsonNode relief = outcome(
                INJECTION.replace("\"valueDateTime\": \"2024-12-10\"", "\"dataAbsentReason\": {\"text\": \"lasts\"}"));
        assertThat(relief.has("reliefEndedOn")).isFalse();
        assertThat(relief.path("stillRelievedOn").asString()).isEqualTo("2024-12-17");
    }

    @Test
    void a_day_is_the_day_that_is_written_in_its_own_time_zone() {
        String late = OPERATION.replace("2024-03-01T08:30:00+01:00", "2024-03-01T00:10:00+09:00");
        assertThat(outcome(late).path("treatedOn").asString()).isEqualTo("2024-03-01");
    }

    @ParameterizedTest
    @CsvSource({"G51.31, right", "G51.32, left"})
    void a_diagnosis_tells_the_side(String diagnosis, String side) {
        assertThat(outcome(WITHOUT_SITE.replace("G51.32", diagnosis))
                        .path("side")
                        .asString())
                .isEqualTo(side);
    }

    @ParameterizedTest
    @CsvSource({"G51.33, BOTH_SIDES, reasonCode", "G51.39, MISSING_FIELD, bodySite", "G51.3, MISSING_FIELD, bodySite"})
    void a_diagnosis_that_tells_no_side_needs_a_site_beside_it(String diagnosis, String code, String element) {
        assertThat(issues(answer(WITHOUT_SITE.replace("G51.32", diagnosis)), 2))
                .contains(code + " at Bundle.entry[1].resource." + element);
        assertThat(outcome(OPERATION.replace("G51.32", diagnosis)).path("side").asString())
                .isEqualTo("left");
    }

    @Test
    void two_sides_of_one_treatment_are_refused() {
        assertThat(issues(answer(OPERATION.replace("G51.32", "G51.31")), 2))
                .contains("SIDES_DIFFER at Bundle.entry[1].resource.bodySite");
    }

    @ParameterizedTest
    @MethodSource("spoilt")
    void tells_a_fault_at_the_element_it_comes_from(String from, String to, String issue) {
        assertThat(OPERATION).contains(from);
        JsonNode answer = answer(OPERATION.replace(from, to));
        assertThat(status(answer, 2)).isEqualTo("422 Unprocessable Entity");
        assertThat(issues(answer, 2)).contains(issue);
    }

    static Stream<Arguments> spoilt() {
        String entry = "Bundle.entry[%d].resource";
        String observation = entry.formatted(2);
        String operation = entry.formatted(1);
        return Stream.of(
                Arguments.of("\"E0\"", "\"E9\"", "UNKNOWN_CODE at " + observation + ".value"),
                Arguments.of("CodeSystem/spasm-grade", "x", "NO_KNOWN_CODING at " + observation + ".value"),
                Arguments.of("2025-03-03", "2025-03", "NOT_A_DATE at " + observation + ".effective"),
                Arguments.of("2025-03-03", "2023-03-03", "BEFORE_TREATED at " + observation + ".effective"),
                Arguments.of("performedDateTime", "recorder", "READS_A_REFUSED_ENTRY at " + operation),
                Arguments.of("\"%\"", "\"1\"", "WRONG_UNIT at " + observation + ".component[1].value"),
                Arguments.of("97.5", "107.5", "OUT_OF_RANGE at " + observation + ".component[1].value"),
                Arguments.of("97.5", "1e60", "OUT_OF_RANGE at " + observation + ".component[1].value"),
                Arguments.of("\"final\"", "\"preliminary\"", "NOT_FINAL at " + observation + ".status"),
                Arguments.of("\"completed\"", "\"in-progress\"", "NOT_DONE at " + operation + ".status"),
                Arguments.of("\"op-1\"", "\"op 1\"", "NOT_AN_ID at " + operation + ".identifier"),
                Arguments.of("\"op-1-year\"", "\"op/1\"", "NOT_AN_ID at " + observation + ".identifier"),
                Arguments.of("microvascular-decompression", "x", "NOT_THE_TREATMENT at " + operation + ".code"),
                Arguments.of("\"facial-palsy\"", "\"palsy\"", "UNKNOWN_CODE at " + entry.formatted(3) + ".event"),
                Arguments.of("\"resolved\"", "\"unknown\"", "NO_COURSE at " + entry.formatted(3) + ".outcome"),
                Arguments.of("1961-07-02", "2031-07-02", "BORN_AFTER_TREATED at " + entry.formatted(0) + ".birthDate"),
                Arguments.of("3\n", "[null]\n", "MISSING_FIELD at " + observation + ".component[2].value"),
                Arguments.of("\"hfs-7\"", "\"hfs-9\"", "UNKNOWN_COMPONENT at " + observation + ".component[2].code"));
    }

    @Test
    void tells_which_element_is_not_known_and_not_what_stands_there() {
        JsonNode answer = answer(OPERATION.replace("\"gender\": \"female\"", "\"gendr\": \"MRN-4711\""));
        assertThat(issues(answer, 0)).containsExactly("NOT_R4 at Bundle.entry[0].resource.gendr");
        assertThat(issues(answer, 2)).contains("READS_A_REFUSED_ENTRY at Bundle.entry[0].resource");
        assertThat(answer.toString()).contains("the element gendr").doesNotContain("MRN-4711");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e2147483647", "1e-999999999", "{\"extension\":[null]}"})
    void a_resource_that_can_not_be_read_is_refused_by_itself(String score) {
        JsonNode answer = answer(OPERATION.replace("\"valueInteger\": 3", "\"valueInteger\": " + score));
        assertThat(status(answer, 2)).isEqualTo("422 Unprocessable Entity");
        assertThat(issues(answer, 2)).allSatisfy(issue -> assertThat(issue).startsWith("NOT_R4 at Bundle.entry[2]"));
        assertThat(status(answer, 0)).isEqualTo("200 OK");
    }

    @Test
    void tells_no_patient_id_wherever_it_stands() {
        JsonNode answer = answer(OPERATION.replace("\"gender\"", "\"MRN-4711\"").replace("op-1-year", "of-MRN-4711"));
        assertThat(issues(answer, 0)).containsExactly("NOT_R4 at Bundle.entry[0].resource.…");
        assertThat(answer.toString()).doesNotContain("MRN-4711");
    }

    @Test
    void says_what_the_other_entries_were_read_for() {
        JsonNode answer = answer(OPERATION);
        assertThat(status(answer, 2)).isEqualTo("202 Accepted");
        for (int entry : List.of(0, 1, 3)) {
            assertThat(status(answer, entry)).isEqualTo("200 OK");
            assertThat(issues(answer, entry)).containsExactly("READ at Bundle.entry[%d].resource".formatted(entry));
        }
        String alone = OPERATION.replace("\"Procedure/op1\"", "\"Procedure/op2\"");
        assertThat(issues(answer(alone), 1)).containsExactly("NOT_USED at Bundle.entry[1].resource");
        assertThat(issues(answer(alone), 2)).contains("NOT_IN_BUNDLE at Bundle.entry[2].resource.partOf");
        assertThat(issues(answer(alone), 3)).contains("NO_ASSESSMENT at Bundle.entry[3].resource.suspectEntity");
    }

    @Test
    void a_reference_by_full_url_is_followed() {
        String byUrl = OPERATION
                .replace("\"https://ehr.hospital.example/fhir/Procedure/op1\"", "\"urn:uuid:5\"")
                .replace("\"Procedure/op1\"", "\"urn:uuid:5\"");
        assertThat(outcome(byUrl).path("treatmentId").asString()).isEqualTo("op-1");
    }

    @Test
    void a_patient_with_two_numbers_is_not_guessed() {
        String two = OPERATION.replace(
                "\"identifier\": [\n          {\n            \"type\"",
                "\"identifier\": [\n          {\"value\":\"other\"}, {\n            \"type\"");
        assertThat(outcome(two).path("patientId").asString()).isEqualTo("MRN-4711");
        assertThat(issues(answer(two.replace("\"MR\"", "\"DL\"")), 2))
                .contains("NO_PATIENT_ID at Bundle.entry[2].resource.subject");
    }

    @Test
    void a_list_that_every_outcome_would_read_again_has_an_end() {
        String reasons = "\"reasonReference\":[" + "{},".repeat(100) + "{}],";
        assertThat(issues(
                        answer(OPERATION.replace("\"status\": \"completed\",", "\"status\": \"completed\"," + reasons)),
                        2))
                .contains("TOO_MANY at Bundle.entry[1].resource.reasonReference");
    }

    @Test
    void one_outcome_twice_in_a_bundle_is_refused() {
        ObjectNode bundle = (ObjectNode) JSON.readTree(OPERATION);
        ArrayNode entries = (ArrayNode) bundle.path("entry");
        entries.add(entries.get(2).deepCopy());
        JsonNode answer = answer(bundle.toString());
        assertThat(status(answer, 2)).isEqualTo("202 Accepted");
        assertThat(issues(answer, 4)).containsExactly("DUPLICATE_ID at Bundle.entry[4].resource.identifier");
    }

    @Test
    void a_treatment_of_another_patient_is_refused() {
        String other = INJECTION.replaceFirst("MRN-0815", "MRN-0816");
        assertThat(issues(answer(other), 1)).contains("OTHER_PATIENT at Bundle.entry[0].resource.subject");
        assertThat(answer(other).toString()).doesNotContain("MRN-08");
    }

    @Test
    void names_what_is_taken_where_it_gets_something_else() {
        JsonNode answer = answer("""
                {"resourceType":"Bundle","type":"batch","entry":[
                {"resource":{"resourceType":"Encounter"}},{},{"resource":{"resourceType":"Observation"}},
                {"request":{"method":"DELETE","url":"Patient/1"},"resource":{"resourceType":"Patient"}}]}""");
        assertThat(issues(answer, 0)).containsExactly("UNKNOWN_RESOURCE at Bundle.entry[0].resource");
        assertThat(issues(answer, 1)).containsExactly("UNKNOWN_RESOURCE at Bundle.entry[1].resource");
        assertThat(issues(answer, 2)).containsExactly("UNKNOWN_OBSERVATION at Bundle.entry[2].resource.code");
        assertThat(issues(answer, 3)).containsExactly("METHOD_NOT_TAKEN at Bundle.entry[3].request.method");
        assertThat(answer.toString()).contains("AdverseEvent, Condition, MedicationAdministration");
        assertThat(answer.path("type").asString()).isEqualTo("batch-response");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "7",
                "{} {}",
                "{\"resourceType\":\"Patient\"}",
                "{\"a\":1,\"a\":2}",
                "{\"resourceType\":\"Bundle\",\"type\":\"collection\"}",
                "{\"resourceType\":\"Bundle\",\"type\":\"batch\",\"entry\":{}}"
            })
    void what_is_no_bundle_is_refused_in_fhir(String body) {
        assertThat(refusal(body)).contains("\"resourceType\":\"OperationOutcome\"", "\"severity\":\"error\"");
    }

    @Test
    void what_is_nested_too_deep_is_refused() {
        assertThat(refusal("[".repeat(100_000))).contains("MALFORMED_JSON");
        assertThat(refusal(OPERATION.replace("\"E0\"", "[".repeat(80) + "]".repeat(80))))
                .contains("MALFORMED_JSON");
    }

    private static String refusal(String body) {
        Reading reading = ReadBundles.BUNDLES.read(ByteBuffer.wrap(body.getBytes(UTF_8)));
        assertThat(reading).isInstanceOf(Reading.Unreadable.class);
        return new String(ReadBundles.BUNDLES.refusal(((Reading.Unreadable) reading).fault()), UTF_8);
    }

    @ParameterizedTest
    @MethodSource("systems")
    void the_documented_codes_are_those_of_the_contract(String system, Code[] codes) {
        List<String> documented = new ArrayList<>();
        for (JsonNode entry : JSON.readTree(example("code-systems")).path("entry")) {
            if (entry.at("/resource/url").asString().equals(system)) {
                entry.at("/resource/concept")
                        .forEach(concept -> documented.add(concept.path("code").asString()));
            }
        }
        assertThat(documented).isEqualTo(Stream.of(codes).map(Code::code).toList());
    }

    static Stream<Arguments> systems() {
        return Stream.of(
                Arguments.of(Terms.SIDE, Side.values()),
                Arguments.of(Terms.SPASM_GRADE, SpasmGrade.values()),
                Arguments.of(Terms.COMPLICATION_GRADE, ComplicationGrade.values()),
                Arguments.of(Terms.COMPLICATION, Complication.Kind.values()),
                Arguments.of(Terms.PRODUCT, BotoxRelief.Product.values()),
                Arguments.of(Terms.DRUG, MedicationResponse.Drug.values()),
                Arguments.of(Terms.RESPONSE, MedicationResponse.Response.values()),
                Arguments.of(Terms.STOP_REASON, MedicationResponse.StopReason.values()),
                Arguments.of(Terms.SIDE_EFFECT, MedicationResponse.SideEffect.values()));
    }
}
