package org.hfsregistry.registry.run;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A request that the server, a filter or Spring does not take is answered by a problem, wherever it stops. */
class AddressesIT extends OneRegistry {

    @BeforeAll
    static void start() {
        registry = Registry.start(surroundings);
    }

    @ParameterizedTest
    @CsvSource({
        "GET /v1/outcomes/%00, 400",
        "GET /v1/outcomes/a%00b, 400",
        "GET /v1/outcomes/a%2Fb, 400",
        "GET /v1/outcomes/a%5Cb, 400",
        "GET /v1/outcomes/a%25b, 400",
        "GET /v1/outcomes/a;b, 400",
        "GET /v1/outcomes/a|b, 400",
        "GET /v1/outcomes/%zz, 400",
        "GET /v1/outcomes/%0A, 400",
        "GET /v1//outcomes, 400",
        "GET /../../etc, 400",
        "GET /v1/outcomes/%C3%28, 400",
        "GET /v1/outcomes/a?x=%zz, 400",
        "GET /v1/outcomes/a?x%00=1, 400",
        "GET /v1/outcomes/a?hospitalId=%C3%28, 400",
        "GET /error, 404",
        "GET /v1/nothing, 404",
        "POST /v1/outcomes/a, 405",
        "TRACE /v1/outcomes/a, 405",
        "NONSENSE /v1/outcomes/a, 400"
    })
    void what_is_not_taken_is_a_problem(String request, int status) throws IOException {
        String answer = send(request + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nAuthorization: Bearer "
                + TOKENS.hospital("h-1") + "\r\n\r\n");

        assertProblem(answer, status);
    }

    @ParameterizedTest
    @CsvSource({"GET /v1/outcomes/a, Authorization: Bearer %s, 400", "GET /v1/outcomes/a, X-Long: %s, 400"})
    void headers_without_end_are_a_problem(String request, String header, int status) throws IOException {
        assertProblem(
                send(request + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n"
                        + header.formatted("x".repeat(100_000)) + "\r\n\r\n"),
                status);
    }

    private static void assertProblem(String answer, int status) {
        assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
        assertThat(answer.toLowerCase(Locale.ROOT)).contains("content-type: application/problem+json");
        JsonNode problem =
                new JsonMapper().readTree(answer.substring(answer.indexOf('{'), answer.lastIndexOf('}') + 1));
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("code").asString()).matches("[A-Z_]+");
        assertThat(problem.get("type").asString()).isEqualTo("about:blank");
        assertThat(problem.get("title").asString()).isNotEmpty();
        assertThat(problem.get("detail").asString()).isNotEmpty();
    }

    /** By hand, since no client sends all of them. */
    private static String send(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), registry.port())) {
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }
}
