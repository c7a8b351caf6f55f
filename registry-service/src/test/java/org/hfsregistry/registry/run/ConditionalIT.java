package org.hfsregistry.registry.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.fixture.Examples;
import org.hfsregistry.contract.fixture.Tokens;
import org.hfsregistry.platform.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who has a treatment as it is, is told so and is sent nothing. */
class ConditionalIT {

    @Test
    void a_treatment_is_sent_again_when_it_has_changed(@TempDir Path folder) {
        Tokens tokens = new Tokens();
        try (Surroundings surroundings = new Surroundings(Platform.forTests(), tokens, folder);
                Registry registry = Registry.start(surroundings)) {
            String own = tokens.hospital(Examples.HOSPITAL);
            surroundings.submit(Examples.assessment("o-1", 1, "t-1", 365, SpasmGrade.E0));
            await().atMost(Duration.ofMinutes(1)).until(() -> surroundings.followed(registry));
            String etag = registry.ask("/v1/treatments/t-1", own).header("ETag");

            Registry.Answer same = registry.askUnless(etag, "/v1/treatments/t-1", own);
            surroundings.submit(Examples.assessment("o-1", 2, "t-1", 365, SpasmGrade.E1));
            await().atMost(Duration.ofMinutes(1)).until(() -> surroundings.followed(registry));
            Registry.Answer changed = registry.askUnless(etag, "/v1/treatments/t-1", own);

            assertThat(etag).startsWith("\"1-");
            assertThat(same.status()).isEqualTo(304);
            assertThat(same.response().body()).isEmpty();
            assertThat(same.header("ETag")).isEqualTo(etag);
            assertThat(same.header("Cache-Control")).contains("no-cache").contains("private");
            assertThat(changed.status()).isEqualTo(200);
            assertThat(changed.header("ETag")).startsWith("\"2-");
            assertThat(registry.askUnless(etag, "/v1/treatments/t-1", tokens.hospital("h-other"))
                            .status())
                    .isEqualTo(404);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/treatments/t-1/history",
                "/v1/follow-up",
                "/v1/outcomes/o-1",
                "/v1/outcomes?outcomeId=o-1",
                "/v1/treatments/t-1/history?limit=1"
            })
    void what_has_no_version_is_sent_again_when_it_says_something_else(String path, @TempDir Path folder) {
        Tokens tokens = new Tokens();
        try (Surroundings surroundings = new Surroundings(Platform.forTests(), tokens, folder);
                Registry registry = Registry.start(surroundings)) {
            String own = tokens.hospital(Examples.HOSPITAL);
            surroundings.submit(Examples.assessment("o-1", 1, "t-1", 30, SpasmGrade.E0));
            await().atMost(Duration.ofMinutes(1)).until(() -> surroundings.followed(registry));
            Registry.Answer first = registry.ask(path, own);

            Registry.Answer same = registry.askUnless(first.header("ETag"), path, own);
            surroundings.submit(Examples.assessment("o-1", 2, "t-1", 365, SpasmGrade.E1));
            await().atMost(Duration.ofMinutes(1)).until(() -> surroundings.followed(registry));
            Registry.Answer changed = registry.askUnless(first.header("ETag"), path, own);

            assertThat(first.status()).isEqualTo(200);
            assertThat(same.status()).isEqualTo(304);
            assertThat(same.response().body()).isEmpty();
            assertThat(same.header("Cache-Control")).contains("no-cache").contains("private");
            assertThat(changed.status()).isEqualTo(200);
            assertThat(changed.header("ETag")).isNotEqualTo(first.header("ETag"));
        }
    }
}
