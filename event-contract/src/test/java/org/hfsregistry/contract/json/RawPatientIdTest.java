package org.hfsregistry.contract.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hfsregistry.contract.clinical.Fault;
import org.hfsregistry.contract.fixture.Examples;
import org.hfsregistry.contract.pseudonym.PatientPseudonym;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RawPatientIdTest {

    private static final PatientPseudonym PSEUDONYM = new PatientPseudonym("k1.AAAAAAAAAAAAAAAAAAAAAA");
    private static final Submission SUBMISSION =
            new Submission(Optional.of("h-01"), id -> PSEUDONYM, LocalDate.of(2026, 1, 1));

    @ParameterizedTest
    @CsvSource({
        "08154711, op-08154711",
        "08154711, 08154711",
        "' MRN-0815 ', op-mrn-0815-2",
        "Mustermann, op.MUSTERMANN.2024"
    })
    void an_id_made_of_the_patients_is_refused_and_not_told(String patientId, String id) {
        for (String field : List.of("outcomeId", "treatmentId")) {
            assertThat(read(patientId, field, id))
                    .asInstanceOf(type(OutcomeReading.Refused.class))
                    .satisfies(refused -> {
                        assertThat(refused.faults())
                                .extracting(Fault::code, Fault::field, Fault::value)
                                .containsExactly(tuple("PATIENT_ID_IN_ID", field, null));
                        assertThat(refused.faults().getFirst().fix()).contains("a number of your own");
                        assertThat(refused.toString().toLowerCase(Locale.ROOT))
                                .doesNotContain(patientId.strip().toLowerCase(Locale.ROOT));
                    });
        }
    }

    @Test
    void a_number_without_quotes_is_a_patient_id_too() {
        String json = json("08154711", "treatmentId", "t 08154711").replace("\"08154711\"", "8154711");

        assertThat(read(json)).asInstanceOf(type(OutcomeReading.Refused.class)).satisfies(refused -> {
            assertThat(refused.faults()).extracting(Fault::code).contains("NOT_A_TEXT", "NOT_AN_ID");
            assertThat(refused.toString()).doesNotContain("8154711");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "4711, 4711",
        "4711, op-4711",
        "47114, op:47114-2",
        "ab12, AB12.x",
        "P-0001, P-0001-L",
        "202403, mvd-20240301-7",
        "08154711, op9081547119"
    })
    void what_may_be_the_patients_is_warned_of(String patientId, String id) {
        assertThat(read(patientId, "treatmentId", id))
                .asInstanceOf(type(OutcomeReading.Accepted.class))
                .satisfies(accepted -> assertThat(accepted.warnings())
                        .extracting(Fault::code, Fault::field)
                        .containsExactly(tuple("PATIENT_ID_IN_ID", "treatmentId")));
    }

    @ParameterizedTest
    @CsvSource({"4711, op-14711", "4711, op-47112", "471, op-471", "1, op-1", "471147, op-47114", "471147, op-4711-47"})
    void what_may_well_be_chance_is_taken_silently(String patientId, String id) {
        assertThat(read(patientId, "treatmentId", id))
                .asInstanceOf(type(OutcomeReading.Accepted.class))
                .satisfies(accepted -> assertThat(accepted.warnings()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"o-1", "k1.0000000000000000000001"})
    void a_pseudonym_tells_of_nobody(String treatmentId) {
        String kept = new String(OutcomeJson.write(Examples.mvdOutcome()), UTF_8);

        assertThat(OutcomeJson.read(kept.replace("t-mvd-1", treatmentId).getBytes(UTF_8), Submission.REGISTRY))
                .isInstanceOf(OutcomeReading.Accepted.class);
    }

    private static OutcomeReading read(String patientId, String field, String id) {
        return read(json(patientId, field, id));
    }

    private static OutcomeReading read(String json) {
        return OutcomeJson.read(json.getBytes(UTF_8), SUBMISSION);
    }

    private static String json(String patientId, String field, String id) {
        return """
                {"type":"mvd-outcome","outcomeId":"%s","patientId":"%s","treatmentId":"%s","side":"left",\
                "treatedOn":"2024-03-01","assessedOn":"2025-03-01","spasmGrade":"E0"}""".formatted(field.equals("outcomeId") ? id : "o1", patientId, field.equals("treatmentId") ? id : "t1");
    }
}
