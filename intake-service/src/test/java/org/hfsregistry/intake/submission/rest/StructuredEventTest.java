package org.hfsregistry.intake.submission.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import org.hfsregistry.intake.http.RefusedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StructuredEventTest {

    private static final String EVENT = """
            {"specversion":"1.0","id":"7","source":"/hospitals/h-01","type":"org.hfsregistry.outcome-submitted.v1",\
            "datacontenttype":"application/json","time":"2024-03-31T09:30:00+02:00","submittedby":"ehr","data":{"a":"ß}"}}""";

    @ParameterizedTest
    @ValueSource(strings = {"", "\uFEFF", " \n"})
    void the_outcome_is_the_data_byte_by_byte(String before) {
        assertThat(outcome(before + EVENT)).isEqualTo("{\"a\":\"ß}\"}");
        assertThat(outcome(before
                        + EVENT.replace(",\"data\":{\"a\":\"ß}\"}", "")
                                .replace("{\"spec", "{\"data\": {\"b\" : [1]} ,\"spec")))
                .isEqualTo("{\"b\" : [1]}");
    }

    @Test
    void optional_attributes_may_be_absent() {
        assertThat(outcome(EVENT.replace(
                        "\"datacontenttype\":\"application/json\",\"time\":\"2024-03-31T09:30:00+02:00\",", "")))
                .isNotEmpty();
        assertThat(outcome(EVENT.replace("application/json", "application/vnd.hfs+json; charset=utf-8")))
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            "specversion":"1.0",                | "specversion":"0.3",            | UNKNOWN_CODE    | specversion
            "specversion":"1.0",                |                                 | MISSING_FIELD   | specversion
            "id":"7",                           | "id":7,                         | MISSING_FIELD   | id
            "id":"7",                           | "id":"",                        | MISSING_FIELD   | id
            "source":"/hospitals/h-01",         | "source":"h 01",                | NOT_A_URI       | source
            "source":"/hospitals/h-01",         |                                 | MISSING_FIELD   | source
            outcome-submitted.v1                | treatment-changed.v1            | UNKNOWN_CODE    | type
            outcome-submitted.v1                | patient-erasure.v1              | UNKNOWN_CODE    | type
            outcome-submitted.v1                | patient-merge.v1                | UNKNOWN_CODE    | type
            "application/json"                  | "application/xml"               | UNKNOWN_CODE    | datacontenttype
            09:30:00+02:00                      | 09:30                           | NOT_A_TIME      | time
            "submittedby"                       | "submittedBy"                   | UNKNOWN_FIELD   | submittedBy
            "submittedby"                       | "id"                            | DUPLICATE_FIELD | id
            "data":{"a":"ß}"}                   | "data":"text"                   | NOT_AN_OBJECT   | data
            ,"data":{"a":"ß}"}                  | ,"data_base64":"e30="           | MISSING_FIELD   | data
            """)
    void refuses_what_the_specification_or_intake_does_not_have(String part, String other, String code, String field) {
        assertThatThrownBy(() -> outcome(EVENT.replace(part, other == null ? "" : other)))
                .isInstanceOf(RefusedRequest.class)
                .hasFieldOrPropertyWithValue("code", "INVALID_EVENT")
                .extracting("faults")
                .asString()
                .contains("code=" + code + ", field=" + field + ",");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{", "7", "{} {}", "{\"data\":{\"a\":}}"})
    void refuses_what_is_no_object_in_json(String body) {
        assertThatThrownBy(() -> outcome(body))
                .isInstanceOf(RefusedRequest.class)
                .hasFieldOrPropertyWithValue("code", "MALFORMED_JSON");
    }

    private static String outcome(String event) {
        return UTF_8.decode(StructuredEvent.outcomeOf(ByteBuffer.wrap(event.getBytes(UTF_8))))
                .toString();
    }
}
