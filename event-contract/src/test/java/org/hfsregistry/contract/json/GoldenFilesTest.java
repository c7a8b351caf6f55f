package org.hfsregistry.contract.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.hfsregistry.contract.fixture.Documents;
import org.hfsregistry.contract.fixture.Examples;
import org.hfsregistry.contract.fixture.Quarantines;
import org.hfsregistry.contract.outcome.Outcome;
import org.hfsregistry.contract.registered.QuarantineCounts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What version 1 looks like on the wire, byte for byte: these files never change, only files of a new version come. */
class GoldenFilesTest {

    static Stream<Outcome> outcomes() {
        return Examples.ofEachType().stream();
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void writes_the_golden_bytes_of_an_outcome(Outcome outcome) throws IOException {
        assertThat(new String(OutcomeJson.write(outcome), UTF_8))
                .isEqualTo(golden(outcome.type().code()));
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void reads_the_golden_bytes_of_an_outcome(Outcome outcome) throws IOException {
        byte[] golden = golden(outcome.type().code()).getBytes(UTF_8);

        assertThat(OutcomeJson.read(golden, Submission.REGISTRY))
                .isEqualTo(new OutcomeReading.Accepted(outcome, List.of()));
    }

    @Test
    void writes_and_reads_the_golden_bytes_of_a_treatment() throws IOException {
        String golden = golden("treatment");

        assertThat(new String(DocumentJson.write(Documents.treatment()), UTF_8)).isEqualTo(golden);
        assertThat(DocumentJson.treatment(golden.getBytes(UTF_8))).isEqualTo(Documents.treatment());
    }

    @Test
    void writes_and_reads_the_golden_bytes_of_a_hospital() throws IOException {
        String golden = golden("hospital");
        var hospital = Documents.hospital(2, Examples.eligibleCases(), Examples.hospitalProfile());

        assertThat(new String(DocumentJson.write(hospital), UTF_8)).isEqualTo(golden);
        assertThat(DocumentJson.hospital(golden.getBytes(UTF_8))).isEqualTo(hospital);
    }

    @Test
    void writes_and_reads_the_golden_bytes_of_an_erased_treatment() throws IOException {
        String golden = golden("treatment-erased");
        assertThat(new String(DocumentJson.write(Documents.erasedTreatment()), UTF_8))
                .isEqualTo(golden);
        assertThat(DocumentJson.treatment(golden.getBytes(UTF_8))).isEqualTo(Documents.erasedTreatment());
    }

    @Test
    void writes_and_reads_the_golden_bytes_of_an_erasure() throws IOException {
        String golden = golden("patient-erasure");
        assertThat(new String(DocumentJson.write(Documents.patientErasure()), UTF_8))
                .isEqualTo(golden);
        assertThat(DocumentJson.erasure(golden.getBytes(UTF_8))).isEqualTo(Documents.patientErasure());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "nothing",
                "[]",
                "{\"hospitalId\":\"h-01\",\"patientId\":\"MRN 17\",\"basis\":\"Art. 17\"}",
                "{\"hospitalId\":\"h-01\",\"patientId\":\"k1.0000000000000000000001\",\"basis\":\"\\u0007\"}",
                "{\"hospitalId\":\"h 1\",\"patientId\":\"k1.0000000000000000000001\",\"basis\":\"Art. 17\"}"
            })
    void what_is_no_erasure_is_not_read_and_not_told(String json) {
        assertThatThrownBy(() -> DocumentJson.erasure(json.getBytes(UTF_8)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("MRN 17");
    }

    @Test
    void an_erasure_is_no_outcome() throws IOException {
        assertThat(OutcomeJson.read(golden("patient-erasure").getBytes(UTF_8), Submission.REGISTRY))
                .isInstanceOf(OutcomeReading.Refused.class);
    }

    @Test
    void writes_and_reads_the_golden_bytes_of_a_merge() throws IOException {
        String golden = golden("patient-merge");
        assertThat(new String(DocumentJson.write(Documents.patientMerge()), UTF_8))
                .isEqualTo(golden);
        assertThat(DocumentJson.merge(golden.getBytes(UTF_8))).isEqualTo(Documents.patientMerge());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "nothing",
                "{\"hospitalId\":\"h-01\",\"patientId\":\"MRN 17\","
                        + "\"mergedPatientId\":\"k1.0000000000000000000002\",\"undone\":false}",
                "{\"hospitalId\":\"h-01\",\"patientId\":\"k1.0000000000000000000001\","
                        + "\"mergedPatientId\":\"MRN 17\",\"undone\":false}",
                "{\"hospitalId\":\"h-01\",\"patientId\":\"k1.0000000000000000000001\","
                        + "\"mergedPatientId\":\"k1.0000000000000000000002\"}",
                "{\"hospitalId\":\"h 1\",\"patientId\":\"k1.0000000000000000000001\","
                        + "\"mergedPatientId\":\"k1.0000000000000000000002\",\"undone\":true}"
            })
    void what_is_no_merge_is_not_read_and_not_told(String json) {
        assertThatThrownBy(() -> DocumentJson.merge(json.getBytes(UTF_8)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("MRN 17");
    }

    @Test
    void a_merge_is_no_outcome() throws IOException {
        assertThat(OutcomeJson.read(golden("patient-merge").getBytes(UTF_8), Submission.REGISTRY))
                .isInstanceOf(OutcomeReading.Refused.class);
    }

    @Test
    void writes_and_reads_the_golden_bytes_of_a_quarantine() throws IOException {
        String golden = golden("quarantine");

        assertThat(new String(DocumentJson.write(Quarantines.example()), UTF_8)).isEqualTo(golden);
        assertThat(DocumentJson.quarantine(golden.getBytes(UTF_8))).isEqualTo(Quarantines.example());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "\"open\":3; \"open\":2",
                "\"resolved\":4; \"resolved\":-1",
                "\"CONFLICT\":2; \"CONFLICT\":2.5",
                "{\"CONFLICT\":2,\"CONTRADICTION\":1}; [3]",
                "\"oldestOpenAt\":\"2024-02-01T11:00:00Z\",; ''"
            })
    void refuses_counts_of_a_quarantine_that_no_count_gives(String good, String bad) throws IOException {
        byte[] spoilt = golden("quarantine").replace(good, bad).getBytes(UTF_8);

        assertThatIllegalArgumentException().isThrownBy(() -> DocumentJson.quarantine(spoilt));
    }

    @Test
    void counts_are_the_same_whenever_they_were_counted() {
        QuarantineCounts counts = Quarantines.example();
        QuarantineCounts later = new QuarantineCounts(
                counts.hospitalId(), 3, 1, 4, counts.byCode(), counts.oldestOpenAt(), Examples.NOON.plusSeconds(1));
        QuarantineCounts another = new QuarantineCounts(
                counts.hospitalId(), 3, 1, 5, counts.byCode(), counts.oldestOpenAt(), Examples.NOON);

        assertThat(later.countsAs(counts)).isTrue();
        assertThat(another.countsAs(counts)).isFalse();
    }

    static String golden(String name) throws IOException {
        try (InputStream in = GoldenFilesTest.class.getResourceAsStream("/golden/v1/" + name + ".json")) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), UTF_8).strip();
        }
    }
}
