package org.hfsregistry.intake.batch.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.hfsregistry.contract.clinical.Fault;
import org.hfsregistry.contract.fixture.Examples;
import org.hfsregistry.contract.json.OutcomeReading;
import org.hfsregistry.contract.outcome.Outcome;
import org.hfsregistry.intake.http.RefusedRequest;
import org.hfsregistry.intake.running.RawOutcomes;
import org.hfsregistry.intake.running.WrittenTable;
import tools.jackson.databind.json.JsonMapper;

/** Whatever outcomes are written as a table are the same outcomes again; whatever comes as a table is answered. */
class TablesTest {

    private static final List<String> PIECES = List.of(
            "\"",
            "\"\"",
            ",",
            ";",
            "\t",
            "\n",
            "\r",
            "\r\n",
            "|",
            ":",
            "\u0000",
            "\uFEFF",
            "\uFFFD",
            "é",
            "[",
            "{",
            "\\",
            "9".repeat(100),
            "1e999",
            "-",
            "x".repeat(70_000),
            "type",
            "\n\n,,,,\n");

    private static final List<String> KINDS = List.of("facial-palsy", "hearing-loss", "csf-leak", "other");
    private static final List<String> COURSES = List.of("transient", "permanent", "unresolved");
    private static final List<String> TRIGGERS = List.of("cold", "stress", "speaking-chewing", "other");

    @Property(tries = 300)
    void outcomes_written_as_a_table_are_the_same_outcomes(
            @ForAll("outcomes") @Size(min = 1, max = 8) List<String> outcomes, @ForAll("separators") char separator) {
        List<Outcome> expected = outcomes.stream().map(TablesTest::read).toList();

        ReadTable table = ReadTable.of(WrittenTable.of(outcomes, separator));

        assertThat(table.faults()).isEmpty();
        assertThat(table.outcomes()).isEqualTo(expected);
    }

    @Property(tries = 1000)
    void spoilt_tables_are_answered_row_by_row_or_as_a_whole(
            @ForAll("separators") char separator,
            @ForAll("pieces") String piece,
            @ForAll @IntRange(max = 5000) int at,
            @ForAll @IntRange(max = 30) int taken) {
        byte[] table = WrittenTable.of(
                        Examples.ofEachType().stream()
                                .map(outcome -> RawOutcomes.json(outcome, "P-471147"))
                                .toList(),
                        separator)
                .getBytes(UTF_8);
        int from = at % table.length;
        int to = Math.min(table.length, from + taken);
        ByteArrayOutputStream spoilt = new ByteArrayOutputStream();
        spoilt.write(table, 0, from);
        spoilt.writeBytes(piece.getBytes(UTF_8));
        spoilt.write(table, to, table.length - to);

        assertAnswered(spoilt.toByteArray());
    }

    @Property
    void bytes_of_any_kind_are_answered(@ForAll @Size(max = 300) byte[] bytes) {
        assertAnswered(bytes);
        ByteArrayOutputStream table = new ByteArrayOutputStream();
        table.writeBytes("type,outcomeId,patientId,patient.birthYear\n".getBytes(UTF_8));
        table.writeBytes(bytes);
        assertAnswered(table.toByteArray());
    }

    private static void assertAnswered(byte[] table) {
        try {
            ReadTable read = ReadTable.of(table);
            assertThat(read.lines()).extracting(ReadTable.Line::number).isSorted();
            assertThat(read.faults()).allSatisfy(TablesTest::assertTold);
        } catch (RefusedRequest refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }

    private static void assertTold(Fault fault) {
        assertThat(fault.code()).matches("[A-Z_0-9]+");
        assertThat(fault.field()).doesNotContain("[");
        assertThat(fault.message()).isNotBlank();
        assertThat(fault.fix()).isNotBlank();
    }

    private static Outcome read(String json) {
        OutcomeReading reading = ReadTable.READER.read(ByteBuffer.wrap(json.getBytes(UTF_8)));
        assertThat(reading).as(json).isInstanceOf(OutcomeReading.Accepted.class);
        return ((OutcomeReading.Accepted) reading).outcome();
    }

    @Provide
    Arbitrary<Character> separators() {
        return Arbitraries.of(',', ';', '\t');
    }

    @Provide
    Arbitrary<String> pieces() {
        return Arbitraries.oneOf(Arbitraries.of(PIECES), Arbitraries.strings().ofMaxLength(5), Arbitraries.just(""));
    }

    @Provide
    Arbitrary<List<String>> outcomes() {
        return Arbitraries.oneOf(assessments(), retractions(), examples()).list();
    }

    private static Arbitrary<String> examples() {
        return Arbitraries.of(Examples.ofEachType()).map(outcome -> RawOutcomes.json(outcome, "P-4711"));
    }

    private static Arbitrary<String> retractions() {
        return Arbitraries.strings()
                .withChars(",;|:\t\n\"'ä€ xyz")
                .ofMinLength(0)
                .ofMaxLength(200)
                .map(text -> "{\"type\":\"retraction\",\"outcomeId\":\"o-2\",\"retracts\":\"o-1\",\"reason\":%s}"
                        .formatted(JsonMapper.shared().writeValueAsString("a" + text + "bc")));
    }

    private static Arbitrary<String> assessments() {
        return Arbitraries.randoms().map(random -> {
            LocalDate treated = LocalDate.of(2000, 1, 1).plusDays(random.nextInt(8000));
            String complications = random.ints(random.nextInt(3), 0, KINDS.size())
                    .mapToObj(kind -> "{\"kind\":\"%s\",\"course\":\"%s\"}"
                            .formatted(KINDS.get(kind), COURSES.get(random.nextInt(COURSES.size()))))
                    .collect(Collectors.joining(",", "[", "]"));
            String triggers = random.ints(random.nextInt(3), 0, TRIGGERS.size())
                    .mapToObj(i -> '"' + TRIGGERS.get(i) + '"')
                    .collect(Collectors.joining(",", "[", "]"));
            return String.format(
                    Locale.ROOT,
                    """
                    {"outcomeId":"o-%d","revision":%d,"type":"mvd-outcome","patientId":"P %d","treatmentId":"t-1",\
                    "side":"left","treatedOn":"%s","assessedOn":"%s","spasmGrade":"E%d","spasmReductionPct":%s,\
                    "complications":%s,"patient":{"triggers":%s,"birthYear":%d,\
                    "baselineQualityOfLife":{"instrument":"hfs-30","score":%s}},"operation":{"monitored":%s}}""",
                    random.nextInt(1_000_000),
                    1 + random.nextInt(5),
                    random.nextInt(1_000),
                    treated,
                    treated.plusDays(random.nextInt(800)),
                    random.nextInt(4),
                    random.nextDouble() * 100,
                    complications,
                    triggers,
                    1920 + random.nextInt(60),
                    random.nextInt(121),
                    random.nextBoolean());
        });
    }
}
