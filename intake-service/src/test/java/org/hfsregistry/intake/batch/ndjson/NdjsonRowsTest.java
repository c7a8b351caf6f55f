package org.hfsregistry.intake.batch.ndjson;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hfsregistry.contract.clinical.Fault;
import org.hfsregistry.intake.batch.BrokenOff;
import org.hfsregistry.intake.batch.Row;
import org.hfsregistry.intake.running.BreaksOff;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NdjsonRowsTest {

    private static final int LONGEST_LINE = 10;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 70_000})
    void gives_lines_however_they_arrive(int bytesAtOnce) throws IOException {
        assertThat(rows("\uFEFFone\r\n\n \t\r\ntwo\n{\"a\":\"ß\"}\nlast", bytesAtOnce))
                .containsExactly("one\r", "two", "{\"a\":\"ß\"}", "last");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 70_000})
    void tells_a_line_that_is_too_long_once_and_goes_on(int bytesAtOnce) throws IOException {
        assertThat(rows("ok\n12345678901\n1234567890\n" + "x".repeat(300_000) + "\nok\n" + "y".repeat(11), bytesAtOnce))
                .containsExactly("ok", "LINE_TOO_LONG", "1234567890", "LINE_TOO_LONG", "ok", "LINE_TOO_LONG");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 70_000})
    void a_row_has_the_number_of_its_line(int bytesAtOnce) throws IOException {
        String text = "\n\none\n \t\r\ntwo\n" + "x".repeat(300_000) + "\n\n\r\nthree\nyyyyyyyyyyyyyy\n\nlast";

        assertThat(numbers(lines(text, bytesAtOnce))).containsExactly(3L, 5L, 6L, 9L, 10L, 12L);
    }

    @Test
    void a_text_that_breaks_off_is_told_once_with_the_number_of_the_line_where_it_does() throws IOException {
        Fault why = new Fault("NOT_GZIP", "", null, "broken", "zip it anew");
        InputStream broken = BreaksOff.after("one\ntwo\nthr", new BrokenOff(why));
        NdjsonRows lines = new NdjsonRows(broken, LONGEST_LINE);
        lines.next();
        lines.next();

        assertThat(lines.next()).hasValue(new Row.Unreadable(3, why));
        assertThat(lines.next()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\r\n\r\n", "\uFEFF"})
    void finds_no_row_where_there_is_none(String text) throws IOException {
        assertThat(rows(text, 70_000)).isEmpty();
    }

    @Test
    void gives_all_lines_of_a_text_longer_than_its_buffer() throws IOException {
        assertThat(rows("12345678\n".repeat(50_000), 70_000)).hasSize(50_000).containsOnly("12345678");
    }

    private static List<String> rows(String text, int bytesAtOnce) throws IOException {
        return rows(lines(text, bytesAtOnce));
    }

    private static NdjsonRows lines(String text, int bytesAtOnce) {
        InputStream slow = new FilterInputStream(new ByteArrayInputStream(text.getBytes(UTF_8))) {
            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                return super.read(bytes, offset, Math.min(length, bytesAtOnce));
            }
        };
        return new NdjsonRows(slow, LONGEST_LINE);
    }

    private static List<Long> numbers(NdjsonRows lines) throws IOException {
        List<Long> numbers = new ArrayList<>();
        for (Optional<Row> row = lines.next(); row.isPresent(); row = lines.next()) {
            numbers.add(row.get().number());
        }
        return numbers;
    }

    private static List<String> rows(NdjsonRows lines) throws IOException {
        List<String> rows = new ArrayList<>();
        for (Optional<Row> row = lines.next(); row.isPresent(); row = lines.next()) {
            rows.add(
                    switch (row.get()) {
                        case Row.Json json -> UTF_8.decode(json.bytes()).toString();
                        case Row.Unreadable unreadable -> unreadable.fault().code();
                    });
        }
        assertThat(lines.next()).isEmpty();
        return rows;
    }
}
