package org.hfsregistry.local.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hfsregistry.local.run.CannotBeDone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a server that answers as the contract says: it rejects every row with "bad" in it. */
class SubmissionTest {

    private final List<List<String>> batches = new ArrayList<>();
    private final List<RejectedRow> rejected = new ArrayList<>();
    private final List<Long> pauses = new ArrayList<>();
    private int busyTimes;
    private boolean forbidden;
    private HttpServer intake;

    @BeforeEach
    void start() throws IOException {
        intake = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        intake.createContext("/v1/outcomes/batch", this::answer);
        intake.start();
    }

    @AfterEach
    void stop() {
        intake.stop(0);
    }

    @Test
    void sends_all_rows_in_their_order_and_sums_up_the_accounts() throws InterruptedException {
        List<String> rows =
                IntStream.range(0, 2_500).mapToObj(i -> "{\"n\":" + i + "}").toList();

        assertThat(send(rows)).isEqualTo(new Account(2_500, 2_500, 0, 0));
        assertThat(batches).hasSize(3);
        assertThat(batches.stream().flatMap(List::stream)).isEqualTo(rows);
    }

    @Test
    void a_rejected_row_is_named_by_its_line_in_the_file_empty_ones_counted() throws InterruptedException {
        List<String> rows = new ArrayList<>(
                IntStream.range(0, 1_500).mapToObj(i -> "{\"n\":" + i + "}").toList());
        rows.set(1_200, "bad");
        rows.add(3, "");

        assertThat(send(rows)).isEqualTo(new Account(1_500, 1_499, 1, 0));
        assertThat(rejected)
                .containsExactly(new RejectedRow(1_202, "o-bad", "spasmGrade", "no such grade", "E0 to E3"));
    }

    @Test
    void waits_as_long_as_it_is_asked_to_and_sends_the_same_batch_again() throws InterruptedException {
        busyTimes = 1;

        assertThat(send(List.of("{}"))).isEqualTo(new Account(1, 1, 0, 0));
        assertThat(pauses).containsExactly(1L);
        assertThat(batches).containsExactly(List.of("{}"), List.of("{}"));
    }

    @Test
    void a_batch_that_is_refused_as_a_whole_ends_it() {
        forbidden = true;

        assertThatThrownBy(() -> send(List.of("{}")))
                .isInstanceOf(CannotBeDone.class)
                .hasMessageContaining("403")
                .hasMessageContaining("OTHER_HOSPITAL");
    }

    @Test
    void no_rows_are_no_outcomes() throws InterruptedException {
        assertThat(send(List.of())).isEqualTo(Account.NONE);
        assertThat(batches).isEmpty();
        assertThat(send(List.of("", " "))).isEqualTo(Account.NONE);
    }

    @Test
    void a_table_goes_in_parts_with_the_header_each_and_rows_keep_their_lines() throws InterruptedException {
        List<String> lines = new ArrayList<>(List.of("", "type,reason"));
        for (int i = 0; i < 1_500; i++) {
            lines.addAll(List.of("retraction,\"two", "lines " + i + "\""));
        }
        lines.set(2 + 2 * 1_200, "bad,\"two");

        Account account = submission().sendTable(lines.iterator(), Optional.empty());

        assertThat(batches).hasSize(2).allSatisfy(batch -> assertThat(batch).startsWith("", "type,reason"));
        assertThat(batches.stream().flatMap(batch -> batch.stream().skip(2)))
                .containsExactlyElementsOf(lines.subList(2, lines.size()));
        assertThat(rejected).extracting(RejectedRow::row).containsExactly(3L + 2 * 1_200);
        assertThat(account.rejected()).isEqualTo(1);
    }

    @Test
    void a_quote_that_is_never_closed_does_not_fill_the_memory() {
        List<String> lines = new ArrayList<>(List.of("type", "\"open"));
        IntStream.range(0, 200_000).forEach(i -> lines.add("a line of the file"));

        assertThatThrownBy(() -> submission().sendTable(lines.iterator(), Optional.empty()))
                .isInstanceOf(CannotBeDone.class)
                .hasMessageContaining("line 2");
    }

    private Account send(List<String> rows) throws InterruptedException {
        return submission().send(rows.iterator());
    }

    private Submission submission() {
        URI address = URI.create("http://127.0.0.1:" + intake.getAddress().getPort());
        SubmissionReport report = new SubmissionReport() {
            @Override
            public void rejected(RejectedRow row) {
                rejected.add(row);
            }

            @Override
            public void progressed(Account soFar) {
                assertThat(soFar.received()).isEqualTo(soFar.accepted() + soFar.rejected());
            }

            @Override
            public void waiting(long seconds) {
                pauses.add(seconds);
            }
        };
        return new Submission(address, "token", false, report);
    }

    private void answer(HttpExchange exchange) throws IOException {
        List<String> rows = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        batches.add(rows);
        if (forbidden) {
            respond(exchange, 403, "{\"code\":\"OTHER_HOSPITAL\"}");
        } else if (busyTimes > 0) {
            busyTimes--;
            exchange.getResponseHeaders().set("Retry-After", "1");
            respond(exchange, 503, "{}");
        } else {
            respond(exchange, 200, results(rows));
        }
    }

    private static String results(List<String> rows) {
        StringBuilder lines = new StringBuilder();
        int bad = 0;
        for (int row = 1; row <= rows.size(); row++) {
            if (rows.get(row - 1).contains("bad")) {
                bad++;
                lines.append("{\"row\":%d,\"outcomeId\":\"o-bad\",\"status\":\"rejected\",\"errors\":[%s]}\n"
                        .formatted(
                                row, "{\"field\":\"spasmGrade\",\"message\":\"no such grade\",\"fix\":\"E0 to E3\"}"));
            }
        }
        long received = rows.stream().filter(row -> !row.isBlank()).count();
        return lines
                + "{\"summary\":{\"received\":%d,\"accepted\":%d,\"rejected\":%d,\"dryRun\":false}}\n"
                        .formatted(received, received - bad, bad);
    }

    private static void respond(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
