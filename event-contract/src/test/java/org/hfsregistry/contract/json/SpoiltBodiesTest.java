package org.hfsregistry.contract.json;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hfsregistry.contract.json.ReadOutcome.SUBMISSION;

import java.io.ByteArrayOutputStream;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.hfsregistry.contract.clinical.Fault;
import org.hfsregistry.contract.fixture.Examples;

/** Whatever comes, the reader answers: an outcome that can be written, or faults that say what to do. */
class SpoiltBodiesTest {

    private static final List<String> PIECES = List.of(
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"",
            "null",
            "true",
            "1e999",
            "-",
            "0",
            "9".repeat(100),
            "\\",
            "\\ud800",
            "\u0000",
            "\uFEFF",
            "\"type\":\"retraction\",",
            "\"outcomeId\":7,",
            "[[[[[[[[[[[[[[[[[[",
            "{}",
            "é",
            "2024-02-30");

    @Property
    void bytes_of_any_kind(@ForAll @Size(max = 300) byte[] bytes) {
        assertAnswered(bytes);
    }

    /** The marks of rare encodings, of four bytes a letter in an odd order. */
    @Example
    void bytes_that_look_like_a_rare_encoding() {
        assertAnswered(new byte[] {0, 0, (byte) 0xFF, (byte) 0xFE});
        assertAnswered(new byte[] {(byte) 0xFE, (byte) 0xFF, 0, 0});
    }

    @Example
    void another_encoding_than_utf_8_is_refused_and_a_mark_of_utf_8_passed_over() {
        byte[] outcome = OutcomeJson.write(Examples.ofEachType().getFirst());
        String text = new String(outcome, UTF_8);

        assertThat(OutcomeJson.read(text.getBytes(UTF_16), Submission.REGISTRY))
                .isInstanceOf(OutcomeReading.Refused.class);
        assertThat(OutcomeJson.read(("\uFEFF" + text).getBytes(UTF_8), Submission.REGISTRY))
                .isInstanceOf(OutcomeReading.Accepted.class);
    }

    @Property(tries = 3000)
    void outcomes_with_a_piece_put_in_or_taken_out(
            @ForAll("outcomes") byte[] outcome,
            @ForAll("pieces") String piece,
            @ForAll @IntRange(max = 2000) int at,
            @ForAll @IntRange(max = 12) int taken) {
        int from = at % outcome.length;
        int to = Math.min(outcome.length, from + taken);
        ByteArrayOutputStream spoilt = new ByteArrayOutputStream();
        spoilt.write(outcome, 0, from);
        spoilt.writeBytes(piece.getBytes(UTF_8));
        spoilt.write(outcome, to, outcome.length - to);

        assertAnswered(spoilt.toByteArray());
    }

    @Property(tries = 2000)
    void outcomes_with_a_byte_turned(
            @ForAll("outcomes") byte[] outcome, @ForAll @IntRange(max = 2000) int at, @ForAll byte turned) {
        byte[] spoilt = outcome.clone();
        spoilt[at % outcome.length] = turned;

        assertAnswered(spoilt);
    }

    @Property(tries = 2000)
    void json_of_any_shape(@ForAll("json") String json) {
        assertAnswered(json.getBytes(UTF_8));
        assertAnswered(("{\"type\":\"mvd-outcome\",\"patient\":" + json + "}").getBytes(UTF_8));
    }

    @Provide
    Arbitrary<byte[]> outcomes() {
        return Arbitraries.of(Examples.ofEachType()).map(OutcomeJson::write);
    }

    @Provide
    Arbitrary<String> pieces() {
        return Arbitraries.oneOf(Arbitraries.of(PIECES), Arbitraries.strings().ofMaxLength(5), Arbitraries.just(""));
    }

    @Provide
    Arbitrary<String> json() {
        Arbitrary<String> names = Arbitraries.of(
                "type", "outcomeId", "patientId", "side", "treatedOn", "patient", "birthYear", "sex", "reason", "");
        Arbitrary<String> scalars = Arbitraries.of(
                "null", "true", "0", "-1", "1e9", "2.5", "\"left\"", "\"mvd-outcome\"", "\"2024-01-01\"", "\"\"");
        return Arbitraries.recursive(
                () -> scalars,
                inner -> Arbitraries.oneOf(
                        inner.list().ofMaxSize(3).map(all -> "[" + String.join(",", all) + "]"),
                        Combinators.combine(names, inner)
                                .as((name, value) -> "\"" + name + "\":" + value)
                                .list()
                                .ofMaxSize(4)
                                .map(all -> "{" + String.join(",", all) + "}")),
                0,
                4);
    }

    private static void assertAnswered(byte[] body) {
        switch (OutcomeJson.read(body, SUBMISSION)) {
            case OutcomeReading.Accepted(var outcome, var warnings) ->
                assertThat(OutcomeJson.write(outcome)).isNotEmpty();
            case OutcomeReading.Refused(var outcomeId, List<Fault> faults) ->
                assertThat(faults).isNotEmpty().allSatisfy(fault -> {
                    assertThat(fault.code()).matches("[A-Z_]+");
                    assertThat(fault.field()).isNotNull();
                    assertThat(fault.message()).isNotBlank();
                    assertThat(fault.fix()).isNotBlank();
                });
        }
    }
}
