package org.hfsregistry.local.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.hfsregistry.local.run.Server;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What README.md tells a person to type, typed. */
class ReadmeIT {

    @TempDir
    private static Path folder;

    private static SharedRun run;
    private static ReadmeLines readme;
    private static String token;

    @BeforeAll
    static void get_a_token_as_the_first_line_does() throws Exception {
        run = SharedRun.get();
        readme = ReadmeLines.in(folder, run);
        token = readme.typed(readme.command("TOKEN=") + "\necho \"$TOKEN\"").strip();
    }

    @Test
    void all_its_lines_do_what_it_says() throws Exception {
        assertThat(readme.commands()).hasSize(5);
        String post = readme.command("/v1/outcomes", "op-1-year", "spasmGrade");
        String ask = readme.command("/v1/statistics/mvd-success");

        Instant posting = Instant.now();
        JsonNode answer = JsonMapper.shared().readTree(typed(post));
        assertThat(answer.path("status").asString()).isEqualTo("accepted");
        assertThat(answer.path("receipt").asString())
                .startsWith(run.at(Server.REGISTRY, "/v1/outcomes/op-1-year").toString());
        awaitAnswer(ask, "\"n\":1,\"successes\":1");
        System.out.printf(
                "README: from typing the post to reading the number, with two starts of curl: %d ms%n",
                Duration.between(posting, Instant.now()).toMillis());
        awaitAnswer(readme.command("8082/v1/outcomes/op-1-year"), "\"status\":\"registered\"");

        // "Post it again, and nothing changes": the correction below comes after it in the same log.
        typed(post);
        typed(post.replace("\"spasmGrade\": \"E0\"", "\"spasmGrade\": \"E2\", \"revision\": 2"));
        awaitAnswer(ask, "\"n\":1,\"successes\":0");
        typed(post);
        typed(post.replace("\"spasmGrade\": \"E0\"", "\"spasmGrade\": \"E0\", \"revision\": 3"));
        awaitAnswer(ask, "\"n\":1,\"successes\":1");

        assertThat(typed(readme.command("retraction"))).contains("accepted");
        awaitAnswer(ask, "\"n\":0");
    }

    private static void awaitAnswer(String command, String words) {
        await().atMost(Hospital.PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(() -> assertThat(typed(command)).contains(words));
    }

    private static String typed(String command) throws Exception {
        return readme.typed("TOKEN='%s'%n%s".formatted(token, command));
    }
}
