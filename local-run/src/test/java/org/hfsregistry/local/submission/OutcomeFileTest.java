package org.hfsregistry.local.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
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
            assertThatCode(outcomes::requireNdjson).doesNotThrowAnyException();
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

        assertThatCode(() -> new OutcomeFile(cut).requireNdjson()).doesNotThrowAnyException();
    }

    @Test
    void what_is_not_text_is_said_to_be_none() throws IOException {
        Path bytes = Files.write(folder.resolve("bytes.ndjson"), new byte[] {'{', (byte) 0xff, '}'});

        assertThatThrownBy(() -> new OutcomeFile(bytes).rows())
                .isInstanceOf(CannotBeDone.class)
                .hasMessageContaining("is not UTF-8");
    }
}
