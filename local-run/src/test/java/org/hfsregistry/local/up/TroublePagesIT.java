package org.hfsregistry.local.up;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.stream.Stream;
import org.hfsregistry.local.run.Server;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a person gets who asks a service for what is no page, and what a program gets. */
class TroublePagesIT {

    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    private static SharedRun run;

    @BeforeAll
    static void start() throws Exception {
        run = SharedRun.get();
    }

    @ParameterizedTest
    @EnumSource(names = "ISSUER", mode = EnumSource.Mode.EXCLUDE)
    void a_person_gets_a_page_in_the_own_language(Server service) throws Exception {
        HttpResponse<String> german = get(service, "/no-such-page", BROWSER, "de-AT,de;q=0.9");
        HttpResponse<String> english = get(service, "/no-such-page", BROWSER, "fr");

        assertThat(german.statusCode()).isEqualTo(404);
        assertThat(type(german)).startsWith("text/html");
        assertThat(german.body()).contains("<html lang=\"de\">", "<h1>Hier ist keine Seite</h1>", "/look/house.css");
        assertThat(english.statusCode()).isEqualTo(404);
        assertThat(english.body())
                .contains("<html lang=\"en\">", "<h1>There is no page here</h1>")
                .doesNotContain("NOT_FOUND");
        assertThat(english.headers().firstValue("Content-Security-Policy")).isPresent();
    }

    @ParameterizedTest
    @EnumSource(names = "ISSUER", mode = EnumSource.Mode.EXCLUDE)
    void a_program_gets_a_problem(Server service) throws Exception {
        for (String accepted : new String[] {"*/*", "application/json", "text/html, application/problem+json"}) {
            HttpResponse<String> answer = get(service, "/no-such-page", accepted, "de");
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(type(answer)).startsWith("application/problem+json");
            assertThat(answer.body()).contains("\"code\":\"NOT_FOUND\"");
        }
    }

    static Stream<Arguments> others() {
        return Stream.of(
                Arguments.of(Server.INTAKE, "/v1/outcomes", 401, "Nobody is signed in", "NO_TOKEN"),
                Arguments.of(Server.REGISTRY, "/v1/treatments", 401, "Nobody is signed in", "NO_TOKEN"),
                Arguments.of(
                        Server.ANALYTICS,
                        "/v1/statistics/mvd-success?at=7",
                        400,
                        "This address can’t be read",
                        "WRONG_PARAMETER"));
    }

    @ParameterizedTest
    @MethodSource("others")
    void whatever_else_goes_wrong_is_told_with_what_the_program_says(
            Server service, String path, int status, String title, String code) throws Exception {
        HttpResponse<String> page = get(service, path, BROWSER, "en");
        HttpResponse<String> problem = get(service, path, "*/*", "en");

        assertThat(page.statusCode()).isEqualTo(status).isEqualTo(problem.statusCode());
        assertThat(page.body()).contains("<h1>" + title + "</h1>", "<code>" + code + "</code>");
        assertThat(problem.body()).contains("\"code\":\"" + code + "\"");
    }

    @Test
    void each_page_leads_to_the_pages_of_the_other_services() throws Exception {
        String page = get(Server.ANALYTICS, "/about", BROWSER, "en").body();

        assertThat(page)
                .contains(
                        "<a href=\"" + run.at(Server.INTAKE, "/") + "\">Submit outcomes</a>",
                        "<a href=\"" + run.at(Server.REGISTRY, "/") + "\">A hospital’s records</a>");
    }

    private static String type(HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Type").orElse("");
    }

    private static HttpResponse<String> get(Server service, String path, String accepted, String languages)
            throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(run.at(service, path).toString()))
                            .header("Accept", accepted)
                            .header("Accept-Language", languages)
                            .build(),
                    BodyHandlers.ofString());
        }
    }
}
