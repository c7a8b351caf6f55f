package org.hfsregistry.contract.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.hfsregistry.contract.json.ReadOutcome.MVD;
import static org.hfsregistry.contract.json.ReadOutcome.read;
import static org.hfsregistry.contract.json.ReadOutcome.refused;
import static org.hfsregistry.contract.json.ReadOutcome.with;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hfsregistry.contract.clinical.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told of an outcome that is refused, and what never is. */
class OutcomeFaultsTest {

    @ParameterizedTest
    @ValueSource(strings = {"\\ud800", "a\\udc00b", "\\udc00\\ud800", "\\u0000", "\\u001b[1m", "\\u0085"})
    void refuses_a_free_text_that_others_cannot_read(String text) {
        String profile = """
            {"type":"hospital-profile","outcomeId":"o1","name":"Clinic %s","country":"DE"}\
            """.formatted(text);
        String retraction = """
            {"type":"retraction","outcomeId":"o1","retracts":"o2","reason":"because %s"}\
            """.formatted(text);

        assertThat(refused(profile))
                .extracting(Fault::code, Fault::field)
                .containsExactly(tuple("UNREADABLE_TEXT", "name"));
        assertThat(refused(retraction))
                .extracting(Fault::code, Fault::field)
                .containsExactly(tuple("UNREADABLE_TEXT", "reason"));
    }

    @Test
    void tells_no_half_characters() {
        String long63 = "x".repeat(63);
        List<Fault> faults = refused(MVD.replace("E0", "\\ud800E9").replace("left", long63 + "\\ud83d\\ude00"));

        assertThat(faults)
                .extracting(Fault::field, Fault::value)
                .containsExactlyInAnyOrder(tuple("side", long63 + "…"), tuple("spasmGrade", "\uFFFDE9"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"mvd\"", "{\"a\":{}}", "[{}]", "null"})
    void an_unknown_type_is_the_only_fault_that_is_told_whatever_comes_with_it(String type) {
        String rest = "\"patient\":{\"sex\":\"male\"},\"complications\":[{\"kind\":\"stroke\"}],\"outcomeId\":\"o1\"";

        assertThat(refused("{\"type\":%s,%s}".formatted(type, rest)))
                .extracting(Fault::field)
                .containsExactly("type");
        assertThat(refused("{%s,\"type\":%s}".formatted(rest, type)))
                .extracting(Fault::field)
                .containsExactly("type");
    }

    @Test
    void withholds_a_patient_id_with_half_a_character_too() {
        String id = "secret\\ud8007";

        assertThat(refused(MVD.replace("secret-7", id).replace("E0", id)))
                .allSatisfy(fault -> assertThat(fault.toString()).doesNotContain("secret"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        spasmGrade":"E0"       | spasmGrade":"E9"                    | UNKNOWN_CODE       | spasmGrade    | The codes are E0, E1, E2, E3
        spasmGrade":"E0"       | spasmGrade":"e0"                    | UNKNOWN_CODE       | spasmGrade    | The codes are E0, E1, E2, E3
        spasmGrade":"E0"       | spasmGrade":"E0","complicationGrade":"C3" | UNKNOWN_CODE | complicationGrade | The codes are C0, C1, C2
        spasmGrade":"E0"       | spasmGrade":"E0","colour":1         | UNKNOWN_FIELD      | colour        | The fields here are type, outcomeId
        outcomeId":"o1"        | outcomeId":17                       | NOT_A_TEXT         | outcomeId     | send it as a string in double quotes
        treatmentId":"t1"      | treatmentId":17                     | NOT_A_TEXT         | treatmentId   | send it as a string in double quotes
        patientId":"secret-7"  | patientId":4711                     | NOT_A_TEXT         | patientId     | send it as a string in double quotes
        patientId":"secret-7"  | patientId":["secret-7"]             | NOT_A_TEXT         | patientId     | send it as a string in double quotes
        treatedOn":"2024-03-01"| treatedOn":"1899-12-31"             | TOO_EARLY          | treatedOn     | dates are taken from 1900-01-01
        treatedOn":"2024-03-01"| treatedOn":"0000-01-01"             | TOO_EARLY          | treatedOn     | check the year
        assessedOn":"2025-03-01| assessedOn":"0205-03-01             | TOO_EARLY          | assessedOn    | check the year
        assessedOn":"2025-03-01| assessedOn":"+025-03-01             | NOT_A_DATE         | assessedOn    | write the date as in 2024-03-31
        assessedOn":"2025-03-01| assessedOn":"2025-13-01             | NOT_A_DATE         | assessedOn    | write the date as in 2024-03-31
        assessedOn":"2025-03-01| assessedOn":"2025/03/01             | NOT_A_DATE         | assessedOn    | write the date as in 2024-03-31
        spasmGrade":"E0"       | spasmGrade":"E0","patient":{"birthYear":1849} | OUT_OF_RANGE | patient.birthYear | from 1850
        spasmGrade":"E0"       | spasmGrade":"E0","patient":{"birthYear":1903} | TOO_OLD  | patient.birthYear | check both years
        spasmGrade":"E0"       | spasmGrade":"E0","patient":{"birthYear":2025} | BORN_AFTER_TREATED | patient.birthYear | check both years
        spasmGrade":"E0"       | spasmGrade":"E0","patient":{"spasmOnsetYear":2025} | ONSET_AFTER_TREATED | patient.spasmOnsetYear | check both years
        spasmGrade":"E0"       | spasmGrade":"E0","patient":{"spasmOnsetYear":1903} | TOO_EARLY | patient.spasmOnsetYear | check both years
        spasmGrade":"E0"       | spasmGrade":"E0","patient":{"birthYear":1960,"spasmOnsetYear":1959} | ONSET_BEFORE_BORN | patient.spasmOnsetYear | check both years
        spasmGrade":"E0"       | spasmgrade":"E0"                    | UNKNOWN_FIELD      | spasmgrade    | did you mean spasmGrade?
        side":"left"           | side":"lfet"                        | UNKNOWN_CODE       | side          | did you mean left?
        "side":"left",         | ''                                  | MISSING_FIELD      | side          | send side
        assessedOn":"2025-03-01| assessedOn":"2024-02-29             | BEFORE_TREATED     | assessedOn    | check both dates
        assessedOn":"2025-03-01| assessedOn":"01.03.2025             | NOT_A_DATE         | assessedOn    | write the date as in 2024-03-31
        assessedOn":"2025-03-01| assessedOn":"2025-02-30             | NOT_A_DATE         | assessedOn    | write the date as in 2024-03-31
        assessedOn":"2025-03-01| assessedOn":"2026-01-02             | IN_FUTURE          | assessedOn    | send the date on which it happened
        outcomeId":"o1"        | outcomeId":"o 1"                    | NOT_AN_ID          | outcomeId     | use 1 to 64
        outcomeId":"o1"        | outcomeId":"o1","revision":0        | OUT_OF_RANGE       | revision      | send a whole number from 1
        outcomeId":"o1"        | outcomeId":"o1","revision":"2"      | NOT_A_WHOLE_NUMBER | revision      | without quotes
        outcomeId":"o1"        | outcomeId":"o1","revision":99999999999999999999 | OUT_OF_RANGE | revision | send a smaller whole number
        outcomeId":"o1"        | outcomeId":"o1","outcomeId":"o2"    | DUPLICATE_FIELD    | outcomeId     | send it once
        outcomeId":"o1"        | outcomeId":"o1","hospitalId":"h-02" | OTHER_HOSPITAL     | hospitalId    | leave hospitalId out
        type":"mvd-outcome"    | type":"mvd-outcme"                  | UNKNOWN_CODE       | type          | did you mean mvd-outcome?
        patientId":"secret-7"  | patientId":" "                      | NOT_A_PATIENT_ID   | patientId     | send your own id
        """)
    void names_code_field_and_remedy(String from, String to, String code, String field, String fix) {
        List<Fault> faults = refused(MVD.replace(from.strip(), to));

        assertThat(faults).anySatisfy(fault -> {
            assertThat(fault.code()).isEqualTo(code);
            assertThat(fault.field()).isEqualTo(field);
            assertThat(fault.fix()).contains(fix);
        });
    }

    @Test
    void tells_all_faults_at_once_within_and_across_fields() {
        String faulty = with("""
            "assesedOn":"x","complications":[{"kind":"palsy","course":"transient"},{"kind":"stroke"}],\
            "spasmReductionPct":101,"patient":{"birthYear":2025,"sex":"f","baselineScore":9}\
            """);

        assertThat(refused(faulty))
                .extracting(fault -> fault.code() + " " + fault.field())
                .containsExactlyInAnyOrder(
                        "UNKNOWN_FIELD assesedOn",
                        "UNKNOWN_CODE complications[0].kind",
                        "MISSING_FIELD complications[1].course",
                        "OUT_OF_RANGE spasmReductionPct",
                        "UNKNOWN_CODE patient.sex",
                        "MISSING_FIELD patient.baselineScale");
    }

    @Test
    void of_very_many_faults_the_first_are_told_and_that_there_are_more() {
        String unknown =
                IntStream.range(0, 5_000).mapToObj(i -> "\"x" + i + "\":1").collect(Collectors.joining(","));

        assertThat(refused(with(unknown)))
                .hasSize(26)
                .last()
                .extracting(Fault::code)
                .isEqualTo("MORE_FAULTS");
    }

    @Test
    void keeps_a_patient_id_out_of_every_fault() {
        List<String> faulty = List.of(
                MVD.replace("\"patientId\":", "\"patientID\":"),
                MVD.replace("secret-7", "secret-7\",\"patientId\":\"secret-7"),
                MVD.replace("\"secret-7\"", "[\"secret-7\"]"),
                MVD.replace("\"secret-7\"", "secret-7"));

        assertThat(faulty)
                .allSatisfy(json -> assertThat(refused(json).toString()).doesNotContain("secret-7"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"xx", "mvd", "", "retract everything", "retra"})
    void guesses_no_type_from_afar(String type) {
        assertThat(refused(MVD.replace("mvd-outcome", type)))
                .extracting(Fault::fix)
                .allSatisfy(
                        fix -> assertThat(fix).doesNotContain("did you mean").contains("retraction"));
    }

    @Test
    void keeps_the_outcome_id_of_what_it_refuses() {
        assertThat(read(MVD.replace("E0", "E7")))
                .asInstanceOf(type(OutcomeReading.Refused.class))
                .satisfies(refused -> assertThat(refused.outcomeId()).contains("o1"));
    }
}
