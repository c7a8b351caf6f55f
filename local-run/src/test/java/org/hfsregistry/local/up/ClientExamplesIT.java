package org.hfsregistry.local.up;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The clients of docs/examples at an intake that is not at its best: it says "not now" twice, and then breaks off. */
class ClientExamplesIT {

    private static final String REPORT = """
            {"row":2,"outcomeId":"o-1","status":"accepted","errors":[],"warnings":[]}
            {"row":3,"outcomeId":"o-2","status":"rejected","errors":[{"code":"UNKNOWN_CODE","field":"spasmGrade","value":"E7",\
            "message":"spasmGrade is none of its codes","fix":"The codes are E0, E1, E2, E3"}],"warnings":[]}
            {"summary":{"received":2,"accepted":1,"rejected":1,"dryRun":false}}
            """;

    private static final String RECEIPTS =
            "{\"receipts\":[{\"outcomeId\":\"o-1\",\"status\":\"registered\",\"submittedAt\":\"2999-01-01T00:00:00Z\"}]}";

    /** More than goes through a connection before it is read. */
    private static final String TABLE = "type,outcomeId\n" + "mvd-outcome,o-1\n".repeat(100_000);

    private record Sent(Instant at, String body) {}

    @TempDir
    private Path folder;

    private final List<Sent> sent = Collections.synchronizedList(new ArrayList<>());
    private HttpServer server;

    @BeforeEach
    void answer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> whole(exchange, 200, RECEIPTS));
        server.createContext("/v1/outcomes/batch", this::take);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"docs/examples/submit.py", "docs/examples/submit.sh", "Rscript docs/examples/submit.R"})
    void a_client_waits_as_it_is_told_and_sends_a_file_again_whose_report_broke_off(String client) throws Exception {
        if (!new SubmittingBlock(client, "").canBeTyped()) {
            return;
        }
        Path table = Files.writeString(folder.resolve("table.csv"), TABLE);
        ProcessBuilder builder = submitting(client, table).redirectError(ProcessBuilder.Redirect.INHERIT);

        Process process = builder.start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as("one row has a fault: %s", printed).isEqualTo(1);
        assertThat(printed).contains("The codes are E0, E1, E2, E3", "registered");
        assertThat(sent)
                .hasSize(4)
                .allSatisfy(one -> assertThat(one.body().equals(TABLE)).isTrue());
        assertThat(Duration.between(sent.get(0).at(), sent.get(1).at())).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
        assertThat(Duration.between(sent.get(1).at(), sent.get(2).at())).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"docs/examples/submit.py", "docs/examples/submit.sh", "Rscript docs/examples/submit.R"})
    void a_client_says_at_once_that_a_file_is_not_there(String client) throws Exception {
        if (!new SubmittingBlock(client, "").canBeTyped()) {
            return;
        }
        Path none = folder.resolve("none.csv");

        Process process = submitting(client, none).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(printed).isEqualToIgnoringNewLines("there is no file " + none + ", or it can't be read");
        assertThat(sent).isEmpty();
    }

    private ProcessBuilder submitting(String client, Path file) {
        List<String> command = new ArrayList<>(Arrays.asList(client.split(" ", -1)));
        command.addAll(List.of(file.toString(), "--submit"));
        ProcessBuilder builder = new ProcessBuilder(command).directory(RegistryScript.PROJECT.toFile());
        String address = "http://127.0.0.1:" + server.getAddress().getPort();
        builder.environment().put("HFS_INTAKE", address);
        builder.environment().put("HFS_REGISTRY", address);
        builder.environment().put("HFS_TOKEN", "a-token");
        return builder;
    }

    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        sent.add(new Sent(Instant.now(), body));
        switch (sent.size()) {
            case 1 -> notNow(exchange, 503);
            case 2 -> notNow(exchange, 429);
            case 3 -> {
                byte[] report = REPORT.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, report.length);
                exchange.getResponseBody().write(report, 0, report.length / 2);
                exchange.getResponseBody().flush();
                exchange.close();
            }
            default -> whole(exchange, 200, REPORT);
        }
    }

    private static void notNow(HttpExchange exchange, int status) throws IOException {
        exchange.getResponseHeaders().set("Retry-After", "1");
        whole(exchange, status, "{\"code\":\"NOT_NOW\"}");
    }

    private static void whole(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
