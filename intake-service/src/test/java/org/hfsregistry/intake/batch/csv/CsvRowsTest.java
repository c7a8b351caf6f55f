package org.hfsregistry.intake.batch.csv;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hfsregistry.contract.clinical.Fault;
import org.hfsregistry.contract.outcome.Retraction;
import org.hfsregistry.intake.batch.BrokenOff;
import org.hfsregistry.intake.batch.Row;
import org.hfsregistry.intake.batch.Rows;
import org.hfsregistry.intake.batch.csv.ReadTable.Line;
import org.hfsregistry.intake.http.RefusedRequest;
import org.hfsregistry.intake.running.BreaksOff;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a table is parted into rows, and what is told of those that can't be. */
class CsvRowsTest {

    private static final String HEADER = "type,outcomeId,retracts,reason\n";
    private static final String ROW = "retraction,o-2,o-1,wrong patient\n";

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void finds_the_separator_in_the_header(String separator) {
        assertThat(ReadTable.of((HEADER + ROW).replace(",", separator)).outcomes())
                .containsExactly(new Retraction("o-2", 1, "h-01", "o-1", "wrong patient"));
    }

    @Test
    void a_separator_within_a_quoted_name_counts_for_nothing() {
        assertThat(ReadTable.of("type;\"outcomeId\";retracts;reason\nretraction;o-2;o-1;\"a,b;c,d,e\"\n")
                        .outcomes())
                .extracting(outcome -> ((Retraction) outcome).reason())
                .containsExactly("a,b;c,d,e");
    }

    @Test
    void passes_over_a_byte_order_mark_and_blank_lines_before_the_header() {
        assertThat(ReadTable.of("\uFEFF\n\r\n" + HEADER + ROW).lines())
                .extracting(Line::number)
                .containsExactly(4L);
    }

    @Test
    void a_row_has_the_number_of_the_line_where_it_begins() {
        String table =
                HEADER + "\n" + "retraction,o-2,o-1,\"wrong\npatient\r\nindeed\"\n" + ",,,\n" + ROW + "\r\n" + ROW;

        assertThat(ReadTable.of(table).lines()).extracting(Line::number).containsExactly(3L, 7L, 9L);
    }

    @Test
    void a_quoted_line_break_is_a_part_of_its_cell() {
        assertThat(ReadTable.of(HEADER + "retraction,o-2,o-1,\"wrong\n\"\"patient\"\"\"")
                        .outcomes())
                .containsExactly(new Retraction("o-2", 1, "h-01", "o-1", "wrong\n\"patient\""));
    }

    @Test
    void blanks_around_cells_and_empty_cells_at_the_end_do_not_matter() {
        assertThat(ReadTable.of("type , outcomeId,retracts,reason,,\n retraction ,o-2, o-1 ,wrong patient,, \n")
                        .outcomes())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"retraction,o-2,o-1\n", "retraction,o-2,o-1,wrong,patient\n"})
    void a_row_with_too_few_or_too_many_cells_is_rejected_and_the_next_is_read(String row) {
        ReadTable table = ReadTable.of(HEADER + row + ROW);

        assertThat(table.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("WRONG_NUMBER_OF_CELLS");
            assertThat(fault.message()).contains("the header 4");
        });
        assertThat(table.outcomes()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"wrong\n", "\"wrong\" patient\n", "\"wrong \"patient\"\"\n"})
    void a_quote_that_stands_amiss_is_one_result_for_the_rest(String reason) {
        ReadTable table = ReadTable.of(HEADER + ROW + "retraction,o-3,o-1," + reason + ROW + ROW);

        assertThat(table.outcomes()).hasSize(1);
        assertThat(table.lines()).extracting(Line::number).containsExactly(2L, 3L);
        assertThat(table.faults()).extracting(Fault::code).containsExactly("UNREADABLE_CSV");
    }

    @Test
    void a_quote_that_is_closed_too_late_names_the_lines_that_it_took_in() {
        ReadTable table = ReadTable.of(HEADER + "retraction,\"o-3,o-1,wrong\nretraction,o-4\",o-1\n" + ROW);

        assertThat(table.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("WRONG_NUMBER_OF_CELLS");
            assertThat(fault.message()).contains("2 lines");
        });
        assertThat(table.lines()).extracting(Line::number).containsExactly(2L, 4L);
    }

    @Test
    void a_cell_that_is_too_long_is_one_result_for_the_rest() {
        ReadTable table = ReadTable.of(HEADER + ROW + "retraction,o-3,o-1," + "x".repeat(300_000) + "\n" + ROW);

        assertThat(table.lines()).extracting(Line::number).containsExactly(2L, 3L);
        assertThat(table.faults()).extracting(Fault::code).containsExactly("UNREADABLE_CSV");
    }

    @Test
    void a_letter_that_is_not_utf_8_is_a_fault_of_its_cell() {
        ReadTable table = ReadTable.of((HEADER + "retraction,o-2,o-1,Müller statt Maier\n" + ROW).getBytes(ISO_8859_1));

        assertThat(table.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("NOT_UTF_8");
            assertThat(fault.field()).isEqualTo("reason");
            assertThat(fault.fix()).contains("CSV UTF-8");
        });
        assertThat(table.outcomes()).hasSize(1);
    }

    @Test
    void what_is_no_text_at_all_is_refused_with_what_to_do() {
        assertRefused((HEADER + ROW).getBytes(UTF_16), "NOT_UTF_8", "CSV UTF-8");
        assertRefused("type,outcomeId,größe\n".getBytes(ISO_8859_1), "NOT_UTF_8", "CSV UTF-8");
        assertRefused(new byte[] {'P', 'K', 3, 4, 20, 0}, "NOT_A_TABLE", "workbook");
        assertRefused("\"type,outcomeId".getBytes(UTF_8), "NOT_A_TABLE", "double quote");
        assertRefused("x".repeat(200_000).getBytes(UTF_8), "NOT_A_TABLE", "too long");
    }

    @Test
    void a_body_that_breaks_off_is_told_after_the_rows_that_came_whole() throws IOException {
        Fault why = new Fault("NOT_GZIP", "", null, "broken", "zip it anew");
        Rows rows = ReadTable.format(64)
                .rows(BreaksOff.after(HEADER + ROW + "retraction,o-3,", new BrokenOff(why)), Optional.empty());

        assertThat(rows.next())
                .hasValueSatisfying(row -> assertThat(row.number()).isEqualTo(2));
        assertThat(rows.next()).hasValue(new Row.Unreadable(3, why));
        assertThat(rows.next()).isEmpty();
    }

    @Test
    void a_row_is_there_before_the_next_one_is_sent() throws IOException {
        List<Integer> read = new ArrayList<>();
        List<String> pieces = List.of(HEADER, ROW, ROW, ROW);
        InputStream body = new InputStream() {
            @Override
            public int read() {
                throw new IllegalStateException("read in pieces");
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                if (read.size() == pieces.size()) {
                    return -1;
                }
                byte[] piece = pieces.get(read.size()).getBytes(UTF_8);
                read.add(piece.length);
                System.arraycopy(piece, 0, into, offset, piece.length);
                return piece.length;
            }
        };
        Rows rows = ReadTable.format(64).rows(body, Optional.empty());

        for (int row = 1; row <= 3; row++) {
            assertThat(rows.next()).isPresent();
            assertThat(read).hasSize(row + 1);
        }
        assertThat(rows.next()).isEmpty();
    }

    @Test
    void a_long_table_is_read_in_little_memory() throws IOException {
        long count = 200_000;
        InputStream body = new SequenceInputStream(Collections.enumeration(Stream.concat(
                        Stream.of(HEADER),
                        Stream.generate(() -> ROW.repeat(1000)).limit(count / 1000))
                .map(text -> (InputStream) new ByteArrayInputStream(text.getBytes(UTF_8)))
                .toList()));
        Rows rows = ReadTable.format(1).rows(body, Optional.empty());
        long found = 0;
        for (Optional<Row> row = rows.next(); row.isPresent(); row = rows.next()) {
            found++;
            assertThat(row.get().number()).isEqualTo(found + 1);
        }
        assertThat(found).isEqualTo(count);
    }

    private static void assertRefused(byte[] table, String code, String words) {
        assertThatThrownBy(() -> ReadTable.of(table))
                .isInstanceOf(RefusedRequest.class)
                .hasFieldOrPropertyWithValue("code", code)
                .hasMessageContaining(words);
    }
}
