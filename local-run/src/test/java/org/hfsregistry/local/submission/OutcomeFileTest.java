package org.hfsregistry.local.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.hfsregistry.local.run.CannotBeDone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutcomeFileTest {

    private static final String ROWS = "{\"hospitalId\":\"züri\",\"n\":1}\n\n{\"n\":2}\n";

    @TempDir
    private Path folder;

    @Test
    void a_packed_file_has_the_rows_that_were_packed() throws IOException {
        Path packed = folder.resolve("outcomes.ndjson.gz");
        try (OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(packed))) {
            gzip.write(ROWS.getBytes(StandardCharsets.UTF_8));
        }
        Path plain = Files.writeString(folder.resolve("outcomes.ndjson"), ROWS);

        for (Path file : List.of(packed, plain)) {
            OutcomeFile outcomes = new OutcomeFile(file);
            assertThat(outcomes.format()).isEqualTo(OutcomeFile.Format.NDJSON);
            assertThat(outcomes.hospitalOfFirstRow()).isEqualTo("züri");
            try (OutcomeFile.Rows rows = outcomes.rows()) {
                List<String> read = new ArrayList<>();
                rows.forEachRemaining(read::add);
                assertThat(read).containsExactly("{\"hospitalId\":\"züri\",\"n\":1}", "", "{\"n\":2}");
                assertThat(rows.readPart()).isEqualTo(1);
            }
        }
    }

    @Test
    void an_empty_file_is_read_to_its_end() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty.ndjson"), "");

        try (OutcomeFile.Rows rows = new OutcomeFile(empty).rows()) {
            assertThat(rows.hasNext()).isFalse();
            assertThat(rows.readPart()).isEqualTo(1);
        }
    }

    @Test
    void a_first_row_that_is_cut_off_is_intakes_to_refuse_and_no_several_lines() throws IOException {
        Path cut = Files.writeString(folder.resolve("cut.ndjson"), "{\"n\":\n{\"n\":2}\n");

        assertThat(new OutcomeFile(cut).format()).isEqualTo(OutcomeFile.Format.NDJSON);
    }

    @Test
    void of_what_is_not_utf8_the_first_line_that_is_not_is_told() throws IOException {
        byte[] latin1 = "{}\n{\"name\":\"züri\"}\n{}\n".getBytes(StandardCharsets.ISO_8859_1);
        Path bytes = Files.write(folder.resolve("bytes.ndjson"), latin1);

        assertThatThrownBy(() -> new OutcomeFile(bytes).rows())
                .isInstanceOf(CannotBeDone.class)
                .hasMessageContaining("is not UTF-8 in line 2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            a.csv    | type,outcomeId       | TABLE
            a.CSV    | \uFEFFtype;outcomeId | TABLE
            a.txt    | type,outcomeId       | TABLE
            a.csv    | {                    | TABLE
            a.json   | [                    | ARRAY
            a.ndjson | [{}]                 | ARRAY
            a.json   | {}                   | NDJSON
            a        | {}                   | NDJSON
            a.ndjson | nonsense             | NDJSON
            """)
    void the_format_is_told_by_the_first_letters_and_then_by_the_name(
            String name, String begin, OutcomeFile.Format format) throws IOException {
        assertThat(new OutcomeFile(Files.writeString(folder.resolve(name), begin)).format())
                .isEqualTo(format);
        Path packed = folder.resolve(name + ".gz");
        try (OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(packed))) {
            gzip.write(begin.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(new OutcomeFile(packed).format()).isEqualTo(format);
    }

    @Test
    void the_rows_of_an_array_are_its_elements() throws IOException {
        Path array = Files.writeString(
                folder.resolve("a.json"), "[\n {\"hospitalId\": \"h-1\",\n \"score\": 97.5}, {\"n\": [1]}\n]");
        OutcomeFile outcomes = new OutcomeFile(array);

        assertThat(outcomes.hospitalOfFirstRow()).isEqualTo("h-1");
        try (OutcomeFile.Rows rows = outcomes.rows()) {
            assertThat(rows).toIterable().containsExactly("{\"hospitalId\":\"h-1\",\"score\":97.5}", "{\"n\":[1]}");
        }
    }

    @Test
    void an_array_that_is_broken_is_read_up_to_there_and_says_where() throws IOException {
        Path broken = Files.writeString(folder.resolve("a.json"), "[{\"n\":1},\n{\"n\":}]");

        try (OutcomeFile.Rows rows = new OutcomeFile(broken).rows()) {
            assertThat(rows.next()).isEqualTo("{\"n\":1}");
            assertThatThrownBy(rows::hasNext).isInstanceOf(CannotBeDone.class).hasMessageContaining("from line 2 on");
        }
    }

    @Test
    void the_hospital_of_a_table_has_to_be_named() throws IOException {
        Path table = Files.writeString(folder.resolve("a.csv"), "type,outcomeId\n");

        assertThatThrownBy(() -> new OutcomeFile(table).hospitalOfFirstRow()).isInstanceOf(CannotBeDone.class);
    }
}
