package org.hfsregistry.registry.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.fixture.Examples;
import org.hfsregistry.contract.fixture.Tokens;
import org.hfsregistry.contract.outcome.Outcome;
import org.hfsregistry.platform.Platform;
import org.hfsregistry.platform.machine.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The store or the broker goes away while the service follows the log, and comes back. */
class OutageIT {

    private static final int OUTCOMES = 4000;

    @TempDir
    private Path folder;

    @Test
    void nothing_is_lost_when_the_store_goes_away_and_comes_back() {
        try (Platform platform = Platform.privateForTests(folder)) {
            nothingIsLost(platform, platform.mongodb());
        }
    }

    @Test
    void nothing_is_lost_when_the_broker_goes_away_and_comes_back() {
        try (Platform platform = Platform.privateForTests(folder)) {
            nothingIsLost(platform, platform.kafka());
        }
    }

    @Test
    void a_request_is_told_to_come_again_while_the_store_is_away() {
        try (Platform platform = Platform.privateForTests(folder);
                Surroundings surroundings = new Surroundings(platform, new Tokens(), folder);
                Registry registry = Registry.start(surroundings)) {
            platform.mongodb().stop();

            Registry.Answer answer = registry.get(Examples.HOSPITAL, "/v1/outcomes/o-1");

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.header("Retry-After")).isNotEmpty();
            assertThat(answer.json().get("code").asString()).isEqualTo("STORE_UNAVAILABLE");

            Registry.Answer page = registry.page(Examples.HOSPITAL, "/", "en");
            assertThat(page.status()).isEqualTo(503);
            assertThat(page.header("Retry-After")).isNotEmpty();
            assertThat(page.response().body()).contains("The records can’t be read at the moment");
        }
    }

    @Test
    void a_resubmission_and_an_erasure_are_told_to_come_again_while_the_broker_is_away() {
        Tokens tokens = new Tokens();
        try (Platform platform = Platform.privateForTests(folder);
                Surroundings surroundings = new Surroundings(platform, tokens, folder);
                Registry registry = Registry.start(
                        surroundings,
                        "--spring.kafka.producer.properties.request.timeout.ms=2000",
                        "--spring.kafka.producer.properties.delivery.timeout.ms=3000")) {
            surroundings.submit(
                    Examples.assessment("o-1", 1, "t-1", 365, SpasmGrade.E0),
                    Examples.assessment("o-1", 1, "t-1", 365, SpasmGrade.E1));
            await().atMost(Duration.ofMinutes(1)).until(() -> surroundings.followed(registry));
            String own = tokens.hospital(Examples.HOSPITAL);
            String id =
                    registry.ask("/v1/quarantine", own).json().get(0).get("id").asString();
            String path = "/v1/quarantine/" + id + "/resubmit";
            platform.kafka().stop();

            Registry.Answer answer = registry.post(path, own, "application/json", "");

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.header("Retry-After")).isNotEmpty();
            assertThat(answer.json().get("code").asString()).isEqualTo("BROKER_UNAVAILABLE");
            Registry.Answer page = registry.postForm("/quarantine/" + id + "/resubmit", own, "outcome", "");
            assertThat(page.status()).isEqualTo(503);
            assertThat(page.response().body()).contains("Whether it was submitted is not known", "<textarea");

            String patient = "/v1/patients/" + Examples.patient(1).value() + "?basis=GDPR";
            Registry.Answer erasure = registry.erase(patient, own);
            assertThat(erasure.status()).isEqualTo(503);
            assertThat(erasure.header("Retry-After")).isNotEmpty();
            assertThat(erasure.json().get("code").asString()).isEqualTo("BROKER_UNAVAILABLE");

            platform.kafka().start();
            assertThat(registry.post(path, own, "application/json", "").status())
                    .isEqualTo(202);
            assertThat(registry.erase(patient, own).status()).isEqualTo(202);
        }
    }

    private void nothingIsLost(Platform platform, Server server) {
        try (Surroundings surroundings = new Surroundings(platform, new Tokens(), folder);
                Registry registry = Registry.start(surroundings)) {
            List<Outcome> outcomes = outcomes();
            surroundings.submit(outcomes);
            await().pollInterval(Duration.ofMillis(5))
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> Surroundings.noted(registry) > 0);

            server.stop();
            server.start();

            await().ignoreExceptions().atMost(Duration.ofMinutes(3)).until(() -> surroundings.followed(registry));
            assertThat(registry.stored("history")).hasSize(OUTCOMES);
            assertThat(registry.stored("treatments")).hasSize(OUTCOMES);
            assertThat(registry.stored("treatments").values())
                    .allSatisfy(treatment -> assertThat(
                                    treatment.get("version", Number.class).longValue())
                            .isEqualTo(1));
            assertThat(surroundings.treatmentsTopic()).hasSize(OUTCOMES);
        }
    }

    private static List<Outcome> outcomes() {
        return IntStream.range(0, OUTCOMES)
                .<Outcome>mapToObj(number -> Examples.assessment(
                        "h-" + number % 5,
                        "o-" + number,
                        1,
                        "t-" + number,
                        Examples.patient(number),
                        Examples.TREATED,
                        365,
                        SpasmGrade.E0))
                .toList();
    }
}
