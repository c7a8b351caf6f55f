package org.hfsregistry.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Locale;
import org.hfsregistry.contract.fixture.Examples;
import org.hfsregistry.contract.outcome.Outcome;
import org.hfsregistry.contract.topic.EventType;
import org.hfsregistry.intake.running.RawOutcomes;
import org.hfsregistry.intake.running.RunningIntake;
import org.hfsregistry.platform.Platform;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that are nested, numbered or lettered as no honest one is. */
@Timeout(120)
class HostileTextsIT {

    private static final String HOSPITAL = Examples.HOSPITAL;

    @SuppressWarnings("NullAway.Init")
    private static RunningIntake intake;

    @BeforeAll
    static void start(@TempDir Path folder) {
        intake = new RunningIntake(folder, Platform.forTests().kafkaBootstrap(), "texts.");
    }

    @AfterAll
    static void stop() {
        intake.close();
    }

    @AfterEach
    void takes_a_good_outcome_after_it() {
        assertThat(intake.submit(HOSPITAL, RawOutcomes.assessment("good")).statusCode())
                .isEqualTo(202);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":", "[{\"a\":["})
    void what_is_nested_without_end_is_refused_everywhere(String nested) {
        String deep = nested.repeat(60_000 / nested.length());
        assertThat(json("/v1/outcomes", "{\"patient\":" + deep)).contains("\"status\":400", "NESTED_TOO_DEEPLY");
        assertThat(event("{\"patient\":" + deep)).contains("\"status\":400", "MALFORMED_JSON");
        assertThat(json("/fhir", "{\"resourceType\":\"Bundle\",\"entry\":" + deep))
                .contains("MALFORMED_JSON");
        assertThat(batch("{\"patient\":" + deep)).contains("NESTED_TOO_DEEPLY", "\"received\":1,\"accepted\":0");
        assertThat(array("[{\"patient\":" + deep)).contains("MALFORMED_JSON", "\"received\":1,\"accepted\":0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e999999999",
                "-1e999999999",
                "1e-999999999",
                "1E2147483648",
                "1e99999999999999999999",
                "0e999999999"
            })
    void numbers_with_a_huge_exponent_are_answered(String number) {
        assertIsAnswered(number);
    }

    @Test
    void numbers_with_very_many_digits_are_answered() {
        assertIsAnswered("9".repeat(400));
        assertIsAnswered("-" + "9".repeat(60_000));
        assertIsAnswered("0." + "3".repeat(60_000));
        assertIsAnswered("0".repeat(400));
    }

    private static void assertIsAnswered(String number) {
        String whole = RawOutcomes.assessment("number").replace("{", "{\"revision\":" + number + ",");
        String decimal = RawOutcomes.assessment("number").replace("{", "{\"spasmReductionPct\":" + number + ",");
        for (String outcome : new String[] {whole, decimal}) {
            String one = json("/v1/outcomes?dryRun=true", outcome);
            assertThat(one).containsAnyOf("OUT_OF_RANGE", "NOT_A_WHOLE_NUMBER", "MALFORMED_JSON", "accepted");
            assertThat(event(outcome))
                    .containsAnyOf("OUT_OF_RANGE", "NOT_A_WHOLE_NUMBER", "MALFORMED_JSON", "accepted");
            assertThat(batch(outcome)).contains("\"received\":1");
            assertThat(array("[" + outcome + "]")).contains("\"received\":1");
        }
        assertThat(post(
                                "/v1/outcomes/batch?dryRun=true",
                                "text/csv",
                                "type,outcomeId,revision,spasmReductionPct,patient.baselineScore\nmvd-outcome,o,%1$s,%1$s,%1$s\n"
                                        .formatted(number)
                                        .getBytes(UTF_8))
                        .body())
                .contains("\"received\":1,\"accepted\":0");
        assertThat(json("/fhir", """
            {"resourceType":"Bundle","type":"batch","entry":[{"resource":{"resourceType":"Observation",\
            "status":"final","valueQuantity":{"value":%s}}}]}\
            """.formatted(number))).containsAnyOf("batch-response", "OperationOutcome");
    }

    @Test
    void half_characters_in_every_text_are_answered_and_not_echoed() {
        for (Outcome outcome : Examples.ofEachType()) {
            String json = RawOutcomes.json(outcome, "P-1");
            int begin = json.indexOf(":\"");
            while (begin >= 0) {
                String spoilt = json.substring(0, begin + 2) + "\\ud83d" + json.substring(begin + 2);
                HttpResponse<String> answer = intake.submit(HOSPITAL, spoilt);
                assertThat(answer.statusCode()).as(spoilt + answer.body()).isIn(403, 422);
                assertThat(answer.body().toLowerCase(Locale.ROOT)).doesNotContain("\\ud8");
                byte[] cesu = spoilt.replace("\\ud83d", "\u0001").getBytes(UTF_8);
                assertThat(post("/v1/outcomes", "application/json", halved(cesu))
                                .statusCode())
                        .isIn(400, 403, 422);
                begin = json.indexOf(":\"", begin + 2);
            }
        }
    }

    /** With the three bytes of a half character, which UTF-8 has not, in the place of a control character. */
    private static byte[] halved(byte[] text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte b : text) {
            bytes.writeBytes(b == 1 ? new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0xBD} : new byte[] {b});
        }
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0000",
                "{\"type\u0000\":1}",
                "{\"type\":\"\u0000\"}",
                "{\"type\":\"\\u0000\"}",
                "{\"type\":1,\"type\":1}",
                "{\"\":{}}",
                "\uFEFF{}",
                "{\"\\ud800\":1}",
                "{\"type\":\"\u202e\"}",
                "{\"a\":NaN}",
                "{'a':1}",
                "{\"a\":1,}",
                "//\n{}",
                "{\"a\":01}",
                "{\"a\":+1}",
                "{\"a\":0x1}",
                "{\"a\":.5}",
                "{\"a\":1.}"
            })
    void odd_texts_are_answered_everywhere(String odd) {
        assertThat(intake.submit(HOSPITAL, odd).statusCode()).isIn(400, 422);
        assertThat(event(odd)).contains("\"code\":");
        assertThat(batch(odd.replace("\n", ""))).contains("\"received\":1,\"accepted\":0,\"rejected\":1");
        assertThat(array("[" + odd + "]")).contains("\"accepted\":0");
        assertThat(post("/v1/outcomes/batch", "text/csv", odd.getBytes(UTF_8)).statusCode())
                .isIn(200, 400);
        assertThat(json("/fhir", odd)).contains("OperationOutcome");
    }

    private static String event(String outcome) {
        return post("/v1/outcomes?dryRun=true", "application/cloudevents+json", """
            {"specversion":"1.0","id":"1","source":"/h","type":"%s","data":%s}\
            """.formatted(
                                EventType.OUTCOME_SUBMITTED_V1, outcome)
                        .getBytes(UTF_8))
                .body();
    }

    private static String batch(String row) {
        return json("/v1/outcomes/batch?dryRun=true", row, "application/x-ndjson");
    }

    private static String array(String rows) {
        return json("/v1/outcomes/batch?dryRun=true", rows);
    }

    private static String json(String path, String body) {
        return json(path, body, "application/json");
    }

    private static String json(String path, String body, String type) {
        HttpResponse<String> answer = post(path, type, body.getBytes(UTF_8));
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(500);
        return answer.body();
    }

    private static HttpResponse<String> post(String path, String type, byte[] body) {
        return intake.send(intake.request(path, intake.tokens().hospital(HOSPITAL))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(body)));
    }
}
