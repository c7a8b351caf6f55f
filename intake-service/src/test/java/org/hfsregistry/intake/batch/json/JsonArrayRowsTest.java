package org.hfsregistry.intake.batch.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.hfsregistry.contract.clinical.Fault;
import org.hfsregistry.intake.batch.BrokenOff;
import org.hfsregistry.intake.batch.Row;
import org.hfsregistry.intake.http.RefusedRequest;
import org.hfsregistry.intake.running.BreaksOff;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonArrayRowsTest {

    private static final int LONGEST = 40;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 70_000})
    void gives_elements_however_they_arrive(int bytesAtOnce) {
        assertThat(rows("\uFEFF \n[ {\"a\":\"],}\\\"ß\"} ,{\"b\":[1,{}]},\n7 , \"x,y\"\r\n]\n", bytesAtOnce))
                .containsExactly("{\"a\":\"],}\\\"ß\"} ", "{\"b\":[1,{}]}", "7 ", "\"x,y\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", " [ ] ", "[\n]\n"})
    void an_empty_array_has_no_rows(String json) {
        assertThat(rows(json, 70_000)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"a\":1}\n{\"a\":2}", "null", "\uFEFF", "type,outcomeId"})
    void refuses_what_is_no_array(String json) {
        assertThatThrownBy(() -> rows(json, 70_000))
                .isInstanceOf(RefusedRequest.class)
                .hasFieldOrPropertyWithValue("code", "NOT_AN_ARRAY");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 70_000})
    void tells_an_element_that_is_too_long_once_and_goes_on(int bytesAtOnce) {
        assertThat(rows("[1,\"" + "x".repeat(300_000) + "\",2,\"" + "y".repeat(LONGEST) + "\",3]", bytesAtOnce))
                .containsExactly("1", "ELEMENT_TOO_LONG", "2", "ELEMENT_TOO_LONG", "3");
    }

    @Test
    void a_faulty_element_between_matching_brackets_is_a_matter_of_this_one() {
        assertThat(rows("[1,{\"a\":},,nonsense,2,]", 70_000))
                .containsExactly("1", "{\"a\":}", "MALFORMED_JSON", "nonsense", "2", "MALFORMED_JSON");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            [1,{"a":[1},2,3]
            [1,{"a":"b},2,3]
            [1,
            [1,{"a":1}
            [1,{"a":1
            """)
    void where_brackets_or_quotes_do_not_match_the_rest_is_one_result(String json) {
        assertThat(rows(json, 70_000))
                .startsWith("1")
                .endsWith("MALFORMED_JSON")
                .hasSize(2);
    }

    @Test
    void tells_that_there_is_more_after_the_end() {
        assertThat(rows("[1] [2]", 70_000)).containsExactly("1", "MALFORMED_JSON");
    }

    @Test
    void elements_are_numbered_from_one() throws IOException {
        JsonArrayRows rows = new JsonArrayRows(new ByteArrayInputStream("[1,,2".getBytes(UTF_8)), LONGEST);

        for (long number = 1; number <= 3; number++) {
            assertThat(rows.next().orElseThrow().number()).isEqualTo(number);
        }
        assertThat(rows.next()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1,2", "[1,2,", "[1,2]"})
    void a_body_that_breaks_off_is_told_once(String json) throws IOException {
        Fault why = new Fault("NOT_GZIP", "", null, "broken", "zip it anew");
        InputStream broken = BreaksOff.after(json, new BrokenOff(why));

        assertThat(rows(new JsonArrayRows(broken, LONGEST)))
                .startsWith("1")
                .endsWith("NOT_GZIP")
                .containsOnlyOnce("NOT_GZIP");
    }

    @Property(tries = 2000)
    void whatever_comes_is_parted_the_same_way_and_comes_to_an_end(
            @ForAll @StringLength(max = 60) @Chars({'[', ']', '{', '}', ',', '"', '\\', ' ', 'x'}) String text,
            @ForAll @IntRange(min = 1, max = 7) int bytesAtOnce) {
        List<String> rows = rows("[" + text, 70_000);

        assertThat(rows("[" + text, bytesAtOnce)).isEqualTo(rows);
        assertThat(rows).hasSizeLessThanOrEqualTo(text.length() + 1);
    }

    private static List<String> rows(String json, int bytesAtOnce) {
        InputStream slow = new FilterInputStream(new ByteArrayInputStream(json.getBytes(UTF_8))) {
            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                return super.read(bytes, offset, Math.min(length, bytesAtOnce));
            }
        };
        try {
            return rows(new JsonArrayRows(slow, LONGEST));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> rows(JsonArrayRows elements) throws IOException {
        List<String> rows = new ArrayList<>();
        for (Optional<Row> row = elements.next(); row.isPresent(); row = elements.next()) {
            rows.add(
                    switch (row.get()) {
                        case Row.Json json -> UTF_8.decode(json.bytes()).toString();
                        case Row.Unreadable unreadable -> unreadable.fault().code();
                    });
        }
        assertThat(elements.next()).isEmpty();
        return rows;
    }
}
