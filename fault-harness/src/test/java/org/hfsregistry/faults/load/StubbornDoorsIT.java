package org.hfsregistry.faults.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.hfsregistry.faults.load.Acknowledged.Taken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is made of the answers of a registry that may be killed before it gives one. */
class StubbornDoorsIT {

    private static final Said.Merge MERGE = new Said.Merge("stays", "goes");
    private static final Said.Undoing UNDOING = new Said.Undoing("stays", "goes");
    private static final String NONE = "";

    private final Deque<String> answers = new ArrayDeque<>();
    private final List<String> asked = new ArrayList<>();
    private HttpServer server;
    private StubbornDoors doors;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        doors = new StubbornDoors(address, List.of(address), "token", new SendingAccount());
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void what_was_not_answered_is_asked_for_until_it_is_taken() throws Exception {
        answers.addAll(List.of(NONE, "503 {}", "202 {\"id\": \"00003-7\"}"));

        assertThat(doors.ask(5, MERGE)).isEqualTo(new Taken(5, MERGE, Optional.of("00003-7"), 2));
        assertThat(doors.pseudonyms()).containsEntry("stays", "k1.0").containsEntry("goes", "k1.1");
        assertThat(asked)
                .containsExactly(
                        "POST /v1/patients/k1.0/merges",
                        "POST /v1/patients/k1.0/merges",
                        "POST /v1/patients/k1.0/merges");
    }

    @Test
    void a_registry_that_knows_already_what_was_not_answered_has_kept_it() throws Exception {
        answers.addAll(List.of(NONE, "409 {\"code\": \"MERGED_ALREADY\"}"));
        assertThat(doors.ask(0, MERGE)).isEqualTo(new Taken(0, MERGE, Optional.empty(), 1));

        answers.addAll(List.of(NONE, "409 {\"code\": \"NOT_MERGED\"}"));
        assertThat(doors.ask(1, UNDOING)).isEqualTo(new Taken(1, UNDOING, Optional.empty(), 1));
    }

    @Test
    void a_refusal_of_what_was_never_sent_before_is_a_fault() {
        answers.add("409 {\"code\": \"MERGED_ALREADY\"}");

        assertThatThrownBy(() -> doors.ask(0, MERGE)).isInstanceOf(StubbornHospital.Refused.class);
    }

    @Test
    void a_merge_is_undone_when_it_is_carried_out() throws Exception {
        answers.addAll(List.of("202 {\"id\": \"00003-7\"}", "404 {}", "200 {}", "202 {\"id\": \"00003-9\"}"));
        doors.ask(0, MERGE);
        doors.ask(1, UNDOING);

        assertThat(asked)
                .containsExactly(
                        "POST /v1/patients/k1.0/merges",
                        "GET /v1/merges/00003-7",
                        "GET /v1/merges/00003-7",
                        "DELETE /v1/patients/k1.0/merges/k1.1");
    }

    /** Pseudonyms always, and otherwise the next answer; without one the connection is closed. */
    private void answer(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        String path = exchange.getRequestURI().getPath();
        if (path.equals("/v1/pseudonyms")) {
            send(exchange, "200 {\"pseudonyms\": [\"k1.0\", \"k1.1\"]}");
            return;
        }
        asked.add(exchange.getRequestMethod() + " " + path);
        String answer = answers.remove();
        if (answer.equals(NONE)) {
            exchange.close();
        } else {
            send(exchange, answer);
        }
    }

    private static void send(HttpExchange exchange, String answer) throws IOException {
        byte[] body = answer.substring(4).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(Integer.parseInt(answer.substring(0, 3)), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
