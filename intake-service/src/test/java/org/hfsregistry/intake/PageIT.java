package org.hfsregistry.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.hfsregistry.intake.running.RunningIntake;
import org.hfsregistry.platform.Platform;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page is made of, by HTTP; what it does is seen in a browser. */
class PageIT {

    @SuppressWarnings("NullAway.Init")
    private static RunningIntake intake;

    @BeforeAll
    static void start(@TempDir Path folder) {
        intake = new RunningIntake(folder, Platform.forTests().kafkaBootstrap(), "pagehttp.");
    }

    @AfterAll
    static void stop() {
        intake.close();
    }

    @Test
    void speaks_the_language_that_a_browser_asks_for_and_english_where_it_has_no_words() {
        assertThat(page("de-AT,de;q=0.9,en;q=0.5")).contains("<html lang=\"de\">", "<h1>Ergebnisse einreichen</h1>");
        assertThat(page("en-GB")).contains("<html lang=\"en\">", "<h1>Submit outcomes</h1>");
        assertThat(page("ja")).contains("<html lang=\"en\">", "<h1>Submit outcomes</h1>");
    }

    @Test
    void has_no_style_and_no_script_in_it() {
        assertThat(page("en")).doesNotContain("style=", "<style", "onclick=").containsPattern("<script[^>]* src=");
        assertThat(page("en")).doesNotContainPattern("<script(?![^>]* src=)");
    }

    @Test
    void what_it_loads_is_open() {
        for (String path : new String[] {
            "/look/house.css",
            "/look/mark.svg",
            "/submit/page.js",
            "/submit/examples/operations.csv",
            "/webjars/papaparse/papaparse.min.js"
        }) {
            HttpResponse<String> answer =
                    intake.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + intake.port() + path)));
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
        }
    }

    @Test
    void is_for_who_may_submit_for_a_hospital() {
        HttpResponse<String> answer =
                intake.send(intake.request("/", intake.tokens().researcher()).GET());
        assertThat(answer.statusCode()).isEqualTo(403);
    }

    private static String page(String languages) {
        HttpResponse<String> answer =
                intake.send(intake.request("/", intake.tokens().hospital("h-01"))
                        .header("Accept-Language", languages)
                        .GET());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }
}
