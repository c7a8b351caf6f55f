package org.hfsregistry.contract.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hfsregistry.contract.json.ReadOutcome.MVD;
import static org.hfsregistry.contract.json.ReadOutcome.PSEUDONYM;
import static org.hfsregistry.contract.json.ReadOutcome.SUBMISSION;
import static org.hfsregistry.contract.json.ReadOutcome.accepted;
import static org.hfsregistry.contract.json.ReadOutcome.refused;
import static org.hfsregistry.contract.json.ReadOutcome.with;

import java.util.List;
import org.hfsregistry.contract.clinical.Fault;
import org.hfsregistry.contract.outcome.MvdOutcome;
import org.hfsregistry.contract.outcome.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is taken for an outcome, and what stands in it then. */
class OutcomeReadingTest {

    @Test
    void fills_in_the_callers_hospital_and_the_first_revision() {
        Outcome outcome = accepted(MVD);

        assertThat(outcome.hospitalId()).isEqualTo("h-01");
        assertThat(outcome.revision()).isEqualTo(1);
    }

    @Test
    void puts_a_pseudonym_in_the_place_of_the_patient_id() {
        assertThat(((MvdOutcome) accepted(MVD)).patientId()).isEqualTo(PSEUDONYM);
        assertThat(new String(OutcomeJson.write(accepted(MVD)), UTF_8)).doesNotContain("secret-7");
    }

    @Test
    void takes_the_type_wherever_it_stands() {
        String last = MVD.replace("\"type\":\"mvd-outcome\",", "").replace("}", ",\"type\":\"mvd-outcome\"}");

        assertThat(accepted(last)).isEqualTo(accepted(MVD));
    }

    @Test
    void takes_free_text_in_any_script_and_over_lines() {
        assertThat(accepted("""
            {"type":"hospital-profile","outcomeId":"o1","name":"東京 𠮷田病院","country":"JP"}\
            """)).isNotNull();
        assertThat(accepted("""
            {"type":"retraction","outcomeId":"o1","retracts":"o2","reason":"twice:\\r\\n\\tmistyped"}\
            """)).isNotNull();
    }

    @Test
    void takes_null_for_an_absent_value() {
        assertThat(accepted(with("\"complications\":null,\"patient\":null"))).isEqualTo(accepted(MVD));
    }

    @Test
    void takes_years_at_their_bounds() {
        assertThat(accepted(with("\"patient\":{\"birthYear\":1904,\"spasmOnsetYear\":1904}")))
                .isInstanceOf(MvdOutcome.class);
        assertThat(accepted(with("\"patient\":{\"birthYear\":2024,\"spasmOnsetYear\":2024}")))
                .isInstanceOf(MvdOutcome.class);
        assertThat(accepted(MVD.replace("2024-03-01", "1900-01-01"))).isInstanceOf(MvdOutcome.class);
    }

    @Test
    void takes_no_cases_of_a_year_to_come() {
        String cases = """
            {"type":"eligible-cases","outcomeId":"c1","treatment":"mvd","count":3,"year":%d}\
            """;

        assertThat(accepted(cases.formatted(2026))).isNotNull();
        assertThat(refused(cases.formatted(2027)))
                .extracting(Fault::code, Fault::field)
                .containsExactly(tuple("IN_FUTURE", "year"));
    }

    @Test
    void takes_no_more_cases_of_a_year_than_a_hospital_can_treat() {
        String cases = """
            {"type":"eligible-cases","outcomeId":"c1","treatment":"mvd","count":%d,"year":2020}\
            """;

        assertThat(accepted(cases.formatted(100_000))).isNotNull();
        assertThat(refused(cases.formatted(100_001)))
                .extracting(Fault::code, Fault::field)
                .containsExactly(tuple("OUT_OF_RANGE", "count"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        ''        | NOT_AN_OBJECT
        []        | NOT_AN_OBJECT
        7         | NOT_AN_OBJECT
        {         | MALFORMED_JSON
        {"a":1}{} | MALFORMED_JSON
        {'a':1}   | MALFORMED_JSON
        {}        | MISSING_FIELD
        {"type":3}| UNKNOWN_CODE
        """)
    void refuses_what_is_no_outcome_at_all(String json, String code) {
        assertThat(refused(json)).extracting(Fault::code).contains(code);
    }

    @Test
    void refuses_deep_long_and_broken_text_without_failing() {
        assertThat(List.of("{\"patient\":", "{\"type\":\"mvd-outcome\",\"patient\":", ""))
                .allSatisfy(start -> assertThat(refused(start + "[".repeat(100_000)))
                        .extracting(Fault::code)
                        .containsExactly("NESTED_TOO_DEEPLY"));
        assertThat(refused(with("\"spasmReductionPct\":" + "9".repeat(10_000))))
                .extracting(Fault::code)
                .containsExactly("MALFORMED_JSON");
        assertThat(refused(with("\"spasmReductionPct\":1e999")))
                .extracting(Fault::code)
                .containsExactly("OUT_OF_RANGE");
        byte[] notUtf8 = MVD.getBytes(UTF_8);
        notUtf8[30] = (byte) 0xC0;
        assertThat(OutcomeJson.read(notUtf8, SUBMISSION)).isInstanceOf(OutcomeReading.Refused.class);
    }
}
