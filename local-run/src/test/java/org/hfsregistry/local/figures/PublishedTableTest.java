package org.hfsregistry.local.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hfsregistry.local.run.CannotBeDone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against a server that has one group for every question, or one refusal. */
class PublishedTableTest {

    private static final String GROUP = """
            {"groups":[{"operations":54,"n":54,"rate":0.123,"interval":{"lower":0.1,"upper":0.2}}]}""";

    private int status = 200;
    private String body = GROUP;
    private HttpServer analytics;

    @BeforeEach
    void start() throws IOException {
        analytics = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        analytics.createContext("/v1/statistics/", this::answer);
        analytics.start();
    }

    @AfterEach
    void stop() {
        analytics.stop(0);
    }

    @Test
    void shows_a_recurrence_only_where_the_paper_has_one() {
        List<String> hospitals = read().lines().stream()
                .takeWhile(line -> !line.isEmpty())
                .skip(1)
                .toList();

        assertThat(hospitals)
                .hasSize(8)
                .filteredOn(line -> line.split("12.3%", -1).length == 3)
                .extracting(line -> line.split(" ", 2)[0])
                .containsExactly("delayed-2024", "auger-1986");
    }

    @Test
    void figures_that_come_back_otherwise_do_not_agree() {
        PublishedTable table = read();

        assertThat(table.agrees()).isFalse();
        assertThat(table.lines()).anyMatch(line -> line.endsWith("DIFFERS"));
    }

    @ParameterizedTest
    @CsvSource({"404,NOT_FOUND", "400,UNKNOWN_PARAMETER"})
    void what_analytics_does_not_know_is_not_answered_and_that_is_no_agreement(int refusal, String code) {
        refuse(refusal, code);

        PublishedTable table = read();

        assertThat(table.lines())
                .anyMatch(line -> line.endsWith("not answered"))
                .anyMatch(line -> line.startsWith("0 of 0 compared figures"));
        assertThat(table.agrees()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "400,WRONG_PARAMETER",
        "401,UNAUTHORIZED",
        "403,FORBIDDEN",
        "500,INTERNAL_SERVER_ERROR",
        "503,NOT_READ_YET"
    })
    void any_other_refusal_fails_the_table_with_what_was_answered(int refusal, String code) {
        refuse(refusal, code);

        assertThatThrownBy(this::read)
                .isInstanceOf(CannotBeDone.class)
                .hasMessageContaining("answered " + refusal)
                .hasMessageContaining(code);
    }

    @Test
    void a_refusal_that_is_no_problem_fails_the_table_too() {
        status = 502;
        body = "<html>bad gateway</html>";

        assertThatThrownBy(this::read).isInstanceOf(CannotBeDone.class).hasMessageContaining("answered 502");
    }

    private PublishedTable read() {
        URI address = URI.create("http://127.0.0.1:" + analytics.getAddress().getPort());
        return PublishedTable.read(hospital -> new Statistics(address, "token-of-" + hospital));
    }

    private void refuse(int refusal, String code) {
        status = refusal;
        body = "{\"status\":%d,\"code\":\"%s\"}".formatted(refusal, code);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
