package org.hfsregistry.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.hfsregistry.intake.browser.RunningPage;
import org.hfsregistry.intake.browser.SubmitScreen;
import org.hfsregistry.intake.running.RawOutcomes;
import org.hfsregistry.look.browser.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every format, and files that go in several parts: the page shows the rows that intake means. */
class SubmitPageFilesIT {

    private static final String HEADER =
            "type,outcomeId,patientId,treatmentId,side,treatedOn,assessedOn,spasmGrade,name\r\n";

    @SuppressWarnings("NullAway.Init")
    private static RunningPage page;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        assumeTrue(Browser.isHere(), "chromium and chromedriver are not both on the PATH");
        page = new RunningPage(folder, "pagefiles.");
    }

    @AfterAll
    static void stop() {
        if (page != null) {
            page.close();
        }
    }

    @Test
    void a_large_table_goes_in_parts_and_its_rows_keep_their_lines() {
        SubmitScreen screen = page.open("h-01");
        page.browser().script("""
                window.progress = [];
                new MutationObserver(() => progress.push(document.getElementById('bar').value))
                  .observe(document.getElementById('bar'), {attributes: true});
                """);

        screen.choose(page.file("large.csv", largeTable())).until("checked complete");

        assertThat(screen.account()).containsExactly("90,000", "89,997", "3");
        assertThat(screen.texts("#faulty .line"))
                .containsExactly("Line 9\nm-5", "Line 45003\nm-44999", "Line 90004\nm-90000");
        assertThat(screen.texts("#faulty .cells"))
                .satisfiesExactly(
                        first -> assertThat(first).contains("m-5"),
                        middle -> assertThat(middle).contains("m-44999"),
                        last -> assertThat(last).contains("m-90000"));
        assertThat((List<?>) page.browser().script("return progress.filter(part => part > 0.2 && part < 0.8)"))
                .isNotEmpty();
        assertThat((List<?>)
                        page.browser().script("return progress.filter((part, i) => i > 0 && part < progress[i - 1])"))
                .isEmpty();
    }

    @Test
    void many_faulty_rows_are_shown_a_page_at_a_time() {
        String rows = IntStream.rangeClosed(1, 45)
                .mapToObj(i -> row("p-" + i, "E4", ""))
                .collect(Collectors.joining());
        SubmitScreen screen =
                page.open("h-01").choose(page.file("many.csv", HEADER + rows)).until("checked complete");

        assertThat(screen.texts("#faulty .line")).hasSize(20).first().isEqualTo("Line 2\np-1");
        screen.press("#faulty .pager button:last-of-type").press("#faulty .pager button:last-of-type");
        assertThat(screen.text("#faulty .pager [role=status]")).isEqualTo("41 to 45 of 45");
        assertThat(screen.texts("#faulty .line")).hasSize(5).last().isEqualTo("Line 46\np-45");
        assertThat(screen.one("#faulty .pager button:last-of-type").isEnabled()).isFalse();
    }

    @Test
    void the_type_of_a_table_that_has_no_column_of_it_is_said_on_the_page() {
        String table = (HEADER + row("w-1", "E0", "") + row("w-2", "E8", ""))
                .replace("mvd-outcome,", "")
                .replace("type,", "");
        SubmitScreen screen =
                page.open("h-01").choose(page.file("without-type.csv", table)).until("checked refused");

        assertThat(screen.text("#header")).contains("type");
        screen.press("#type option[value='mvd-outcome']").press("#check-type").until("checked complete");
        assertThat(screen.account()).containsExactly("2", "1", "1");
        assertThat(screen.shown("#type-of-all")).isFalse();
        screen.press("#save-rows");
        assertThat(new String(page.browser().saved("without-type-faulty-rows.csv"), UTF_8))
                .doesNotContain("mvd-outcome")
                .contains("w-2");

        screen.press("#submit").until("submitted complete");
        assertThat(screen.account()).containsExactly("2", "1", "1");
    }

    @Test
    void a_zipped_table_is_unzipped_and_its_faulty_rows_come_back_plain() {
        SubmitScreen screen = page.open("h-01")
                .choose(page.file("zipped.csv.gz", zipped(HEADER + row("z-1", "E0", "") + row("z-2", "E8", ""))))
                .until("checked complete");

        assertThat(screen.account()).containsExactly("2", "1", "1");
        screen.press("#save-rows");
        assertThat(new String(page.browser().saved("zipped-faulty-rows.csv"), UTF_8))
                .isEqualTo(HEADER + row("z-2", "E8", ""));
    }

    @Test
    void bytes_that_are_not_utf_8_come_back_as_they_were() {
        byte[] table = ("\uFEFF" + HEADER.replace(',', ';')).getBytes(UTF_8);
        byte[] row = row("l-1", "E0", "")
                .replace(',', ';')
                .replace("left", "l\u00e9ft")
                .getBytes(ISO_8859_1);
        SubmitScreen screen = page.open("h-01")
                .choose(page.file("latin.csv", joined(table, row)))
                .until("checked complete");

        assertThat(screen.text("#faulty .field")).isEqualTo("side");
        screen.press("#save-rows");
        assertThat(page.browser().saved("latin-faulty-rows.csv")).isEqualTo(joined(table, row));
    }

    @Test
    void where_a_quote_is_never_closed_the_page_says_that_the_rest_was_not_looked_at() {
        SubmitScreen screen = page.open("h-01")
                .choose(page.file(
                        "open.csv", HEADER + row("q-1", "E0", "") + row("q-2", "E0", "\"a\"b") + row("q-3", "E0", "")))
                .until("checked complete");

        assertThat(screen.account()).containsExactly("2", "1", "1");
        assertThat(screen.text("#faulty .line")).isEqualTo("Line 3");
        assertThat(screen.text("#notes")).contains("From line 3 on the file can’t be read");
    }

    @Test
    void outcomes_one_a_line_are_told_by_their_fields() {
        String bad = RawOutcomes.assessment("n-2", "E7");
        SubmitScreen screen = page.open("h-01")
                .choose(page.file("lines.ndjson", RawOutcomes.assessment("n-1") + "\n\n" + bad + "\n{\"type\":\n"))
                .until("checked complete");

        assertThat(screen.account()).containsExactly("3", "1", "2");
        assertThat(screen.texts("#faulty .line")).containsExactly("Line 3\nn-2", "Line 4");
        assertThat(screen.texts("#faulty .marked").getFirst()).contains("E7");
        screen.press("#save-rows");
        assertThat(new String(page.browser().saved("lines-faulty-rows.ndjson"), UTF_8))
                .isEqualTo(bad + "\n{\"type\":\n");
    }

    @Test
    void an_array_is_told_by_its_elements() {
        String bad = RawOutcomes.assessment("a-2", "E7");
        SubmitScreen screen = page.open("h-01")
                .choose(page.file("array.json", "[" + RawOutcomes.assessment("a-1") + ",\n " + bad + "]\n"))
                .until("checked complete");

        assertThat(screen.account()).containsExactly("2", "1", "1");
        assertThat(screen.texts("#faulty .line")).containsExactly("Line 2\na-2");
        screen.press("#save-rows");
        assertThat(new String(page.browser().saved("array-faulty-rows.json"), UTF_8))
                .isEqualTo("[\n" + bad + "\n]\n");
    }

    @Test
    void a_workbook_is_refused_with_the_remedy() {
        SubmitScreen screen = page.open("h-01")
                .choose(page.file("book.xlsx", zippedLikeAWorkbook()))
                .until("checked refused");

        assertThat(screen.text("#notes"))
                .contains("This is a workbook or an archive, not CSV. In Excel: Save As, CSV UTF-8.");
    }

    @Test
    void a_dropped_file_is_taken_wherever_on_the_page_it_falls() {
        SubmitScreen screen = page.open("h-01");
        page.browser().script("""
                const transfer = new DataTransfer();
                transfer.items.add(new File([arguments[0]], 'dropped.csv'));
                document.querySelector('footer').dispatchEvent(
                  new DragEvent('drop', {dataTransfer: transfer, bubbles: true, cancelable: true}));
                """, HEADER + row("d-1", "E0", ""));
        screen.until("checked complete");
        assertThat(screen.text("#result-title")).isEqualTo("Result of the check: dropped.csv");
        assertThat(screen.account()).containsExactly("1", "1", "0");
    }

    /** 90,000 rows in nine megabytes; a line break within quotes and blank lines shift the lines; three have faults. */
    private static String largeTable() {
        StringBuilder table = new StringBuilder("\r\n").append(HEADER);
        for (int i = 1; i <= 90_000; i++) {
            boolean bad = i == 5 || i == 44_999 || i == 90_000;
            table.append(i == 3 ? "mvd-outcome,m-3,8003,t-3,left,2023-03-01,2024-03-03,\"E0\",\r\n\n" : "");
            if (i != 3) {
                String padded = "m-" + i + ",80000" + i + ",t-" + "0".repeat(30) + i;
                table.append("mvd-outcome,%s,left,2023-03-01,2024-03-03,%s,%s\r\n"
                        .formatted(padded, bad ? "E5" : "E0", i == 4 ? "\"  \r\n \"" : ""));
            }
        }
        return table.toString();
    }

    private static String row(String outcomeId, String grade, String name) {
        return "mvd-outcome,%s,80011,t-%s,left,2023-03-01,2024-03-03,%s,%s\r\n"
                .formatted(outcomeId, outcomeId, grade, name);
    }

    private static byte[] zipped(String text) {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(zipped)) {
            out.write(text.getBytes(UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return zipped.toByteArray();
    }

    private static byte[] zippedLikeAWorkbook() {
        return ("PK\u0003\u0004" + "\u0000".repeat(200) + "xl/workbook.xml\n").getBytes(UTF_8);
    }

    private static byte[] joined(byte[] one, byte[] other) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(one);
        both.writeBytes(other);
        return both.toByteArray();
    }
}
