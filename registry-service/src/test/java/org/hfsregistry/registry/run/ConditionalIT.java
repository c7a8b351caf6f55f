package org.hfsregistry.registry.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.fixture.Examples;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who has a treatment as it is, is told so and is sent nothing. Each test has a hospital of its own. */
class ConditionalIT extends OneRegistry {

    @BeforeAll
    static void start() {
        registry = Registry.start(surroundings);
    }

    @Test
    void a_treatment_is_sent_again_when_it_has_changed() {
        String own = TOKENS.hospital("h-treatment");
        submit("h-treatment", 1, 365, SpasmGrade.E0);
        String etag = registry.ask("/v1/treatments/t-1", own).header("ETag");

        Registry.Answer same = registry.askUnless(etag, "/v1/treatments/t-1", own);
        submit("h-treatment", 2, 365, SpasmGrade.E1);
        Registry.Answer changed = registry.askUnless(etag, "/v1/treatments/t-1", own);

        assertThat(etag).startsWith("\"1-");
        assertThat(same.status()).isEqualTo(304);
        assertThat(same.response().body()).isEmpty();
        assertThat(same.header("ETag")).isEqualTo(etag);
        assertThat(same.header("Cache-Control")).contains("no-cache").contains("private");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.header("ETag")).startsWith("\"2-");
        assertThat(registry.askUnless(etag, "/v1/treatments/t-1", TOKENS.hospital("h-other"))
                        .status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "h-history, /v1/treatments/t-1/history",
        "h-follow-up, /v1/follow-up",
        "h-list, /v1/treatments",
        "h-quarantine, /v1/quarantine",
        "h-receipt, /v1/outcomes/o-1",
        "h-receipts, /v1/outcomes?outcomeId=o-1",
        "h-page, /v1/treatments/t-1/history?limit=1"
    })
    void what_has_no_version_is_sent_again_when_it_says_something_else(String hospital, String path) {
        String own = TOKENS.hospital(hospital);
        submit(hospital, 1, 30, SpasmGrade.E0);
        Registry.Answer first = registry.ask(path, own);

        Registry.Answer same = registry.askUnless(first.header("ETag"), path, own);
        submit(hospital, 1, 30, SpasmGrade.E2);
        submit(hospital, 2, 365, SpasmGrade.E1);
        Registry.Answer changed = registry.askUnless(first.header("ETag"), path, own);

        assertThat(first.status()).isEqualTo(200);
        assertThat(same.status()).isEqualTo(304);
        assertThat(same.response().body()).isEmpty();
        assertThat(same.header("Cache-Control")).contains("no-cache").contains("private");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.header("ETag")).isNotEqualTo(first.header("ETag"));
    }

    private static void submit(String hospital, int revision, int day, SpasmGrade grade) {
        surroundings.submit(Examples.assessment(
                hospital, "o-1", revision, "t-1", Examples.patient(1), Examples.TREATED, day, grade));
        await().atMost(Duration.ofMinutes(1)).until(() -> surroundings.followed(registry));
    }
}
