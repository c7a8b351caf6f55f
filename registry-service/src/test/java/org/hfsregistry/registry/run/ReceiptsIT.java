package org.hfsregistry.registry.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hfsregistry.contract.fixture.Examples.HOSPITAL;

import io.cloudevents.CloudEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.fixture.Examples;
import org.hfsregistry.contract.fixture.Tokens;
import org.hfsregistry.contract.json.DocumentJson;
import org.hfsregistry.contract.json.OutcomeJson;
import org.hfsregistry.contract.outcome.MvdOutcome;
import org.hfsregistry.contract.outcome.Outcome;
import org.hfsregistry.platform.Platform;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Receipts by HTTP, many at once, and from when on they are counted. */
class ReceiptsIT {

    private static final int TREATMENTS = 30;
    private static final String OTHER = "h-other";
    private static final Tokens TOKENS = new Tokens();

    private static Surroundings surroundings;
    private static Registry registry;

    @BeforeAll
    static void start(@TempDir Path folder) {
        surroundings = new Surroundings(Platform.forTests(), TOKENS, folder);
        List<Outcome> outcomes = new ArrayList<>();
        IntStream.range(0, TREATMENTS).forEach(number -> outcomes.add(outcome(HOSPITAL, number, SpasmGrade.E0)));
        outcomes.add(outcome(HOSPITAL, 3, SpasmGrade.E3));
        outcomes.add(outcome(HOSPITAL, 4, SpasmGrade.E0));
        outcomes.add(Examples.retraction("r-05", "o-05"));
        outcomes.add(Examples.hospitalProfile());
        outcomes.add(outcome(OTHER, 99, SpasmGrade.E0));
        surroundings.submit(outcomes);
        registry = Registry.start(surroundings);
        awaitAll();
    }

    @AfterAll
    static void stop() {
        registry.close();
        surroundings.close();
    }

    @Test
    void receipts_come_in_the_order_asked_without_those_that_have_not_arrived() {
        JsonNode own = receipts("o-07", "o-99", "o-03", "o-04", "o-07");
        JsonNode ofAdmin = registry.getAsAdmin("/v1/outcomes?outcomeId=o-99&hospitalId=" + OTHER)
                .json();

        assertThat(own.valueStream().map(each -> each.get("outcomeId").asString()))
                .containsExactly("o-07", "o-03", "o-04");
        assertThat(own.get(0))
                .isEqualTo(registry.get(HOSPITAL, "/v1/outcomes/o-07").json());
        assertThat(ofAdmin.get("receipts").size()).isEqualTo(1);
        assertThat(receipts("o-99").size()).isZero();
    }

    @Test
    void a_retraction_says_that_it_waits_for_what_it_retracts() {
        assertThat(receipts("r-05").get(0).has("reason")).isFalse();
        surroundings.submit(Examples.retraction("r-early", "o-late"));
        awaitAll();

        JsonNode early = receipts("r-early").get(0);
        assertThat(early.get("status").asString()).isEqualTo("registered");
        assertThat(early.get("reason").asString()).startsWith("held: nothing is registered under o-late yet");
        JsonNode held = retractionsOfUnknown().getFirst();
        assertThat(held.get("state").asString()).isEqualTo("open");
        assertThat(held.get("outcome").get("retracts").asString()).isEqualTo("o-late");

        surroundings.submit(Examples.assessment("o-late", 1, "t-late", 365, SpasmGrade.E0));
        awaitAll();
        assertThat(receipts("r-early").get(0).has("reason")).isFalse();
        assertThat(receipts("o-late").get(0).get("status").asString()).isEqualTo("retracted");
        assertThat(retractionsOfUnknown()
                        .getFirst()
                        .get("resolvedBy")
                        .get("outcomeId")
                        .asString())
                .isEqualTo("r-early");
    }

    @Test
    void a_mistyped_retraction_is_settled_by_the_right_one_and_one_that_is_to_wait_by_itself() {
        surroundings.submit(
                Examples.assessment("o-right", 1, "t-right", 365, SpasmGrade.E0),
                Examples.retraction("r-typo", "o-rihgt"),
                Examples.retraction("r-waits", "o-not-yet"));
        awaitAll();
        resubmit("r-typo", new String(OutcomeJson.write(Examples.retraction("r-right", "o-right")), UTF_8));
        resubmit("r-waits", "");
        awaitAll();

        assertThat(receipts("o-right").get(0).get("status").asString()).isEqualTo("retracted");
        assertThat(retractionsOfUnknown())
                .filteredOn(each -> !each.get("outcomeId").asString().equals("r-early"))
                .extracting(each -> each.get("resolvedBy").get("outcomeId").asString())
                .containsExactly("r-right", "r-waits");
    }

    private static void resubmit(String retraction, String body) {
        JsonNode held = retractionsOfUnknown().stream()
                .filter(each -> each.get("outcomeId").asString().equals(retraction))
                .findFirst()
                .orElseThrow();
        Registry.Answer answer = registry.post(
                "/v1/quarantine/" + held.get("id").asString() + "/resubmit",
                TOKENS.hospital(HOSPITAL),
                "application/json",
                body);
        assertThat(answer.status()).isEqualTo(202);
    }

    private static List<JsonNode> retractionsOfUnknown() {
        return registry.get(HOSPITAL, "/v1/quarantine")
                .json()
                .valueStream()
                .filter(each -> each.get("code").asString().equals("RETRACTS_UNKNOWN"))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 51})
    void none_or_too_many_at_once_are_refused(int number) {
        Registry.Answer refused = registry.get(HOSPITAL, "/v1/outcomes?" + "outcomeId=o-03&".repeat(number));
        Registry.Answer most = registry.get(HOSPITAL, "/v1/outcomes?" + "outcomeId=o-03&".repeat(50));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().get("code").asString()).isEqualTo("BAD_PARAMETER");
        assertThat(refused.json().get("detail").asString()).contains("1 to 50 times", number + " times");
        assertThat(most.status()).isEqualTo(200);
        assertThat(most.json().get("receipts").size()).isEqualTo(1);
    }

    @Test
    void who_has_read_the_topics_up_to_where_a_receipt_says_has_the_outcome() {
        String[] all =
                IntStream.range(0, TREATMENTS).mapToObj("o-%02d"::formatted).toArray(String[]::new);
        for (JsonNode receipt : receipts(all)) {
            if (receipt.get("status").asString().equals("quarantined")) {
                assertThat(receipt.has("countedFrom")).isFalse();
                continue;
            }
            String outcomeId = receipt.get("outcomeId").asString();
            Map<String, CloudEvent> read =
                    surroundings.read(surroundings.topics().treatments(), receipt.get("countedFrom"));
            assertThat(outcomeIds(read, HOSPITAL + "/" + outcomeId.replace("o-", "t-")))
                    .isEqualTo(receipt.get("status").asString().equals("retracted") ? List.of() : List.of(outcomeId));
        }
        JsonNode profile = receipts(Examples.hospitalProfile().outcomeId()).get(0);
        assertThat(surroundings.read(surroundings.topics().hospitals(), profile.get("countedFrom")))
                .containsKey(HOSPITAL);
    }

    @Test
    void what_was_registered_before_a_restart_is_counted_after_it() {
        registry.close();
        registry = Registry.start(surroundings);
        surroundings.submit(outcome("h-after", 1, SpasmGrade.E0));
        awaitAll();

        assertThat(receipts("o-07").get(0).has("countedFrom")).isTrue();
        assertThat(receipts("o-04").get(0).get("status").asString()).isEqualTo("duplicate");
        assertThat(receipts("o-04").get(0).has("countedFrom")).isTrue();
        assertThat(receipts("r-05").get(0).has("countedFrom")).isTrue();
        assertThat(receipts("o-03").get(0).get("status").asString()).isEqualTo("quarantined");
    }

    private static void awaitAll() {
        await().atMost(Duration.ofMinutes(1)).until(() -> surroundings.followed(registry));
    }

    private static JsonNode receipts(String... outcomeIds) {
        return registry.get(HOSPITAL, "/v1/outcomes?outcomeId=" + String.join("&outcomeId=", outcomeIds))
                .json()
                .get("receipts");
    }

    private static List<String> outcomeIds(Map<String, CloudEvent> read, String treatment) {
        byte[] document = Objects.requireNonNull(
                        Objects.requireNonNull(read.get(treatment), treatment).getData())
                .toBytes();
        return DocumentJson.treatment(document).outcomes().stream()
                .map(reported -> reported.outcome().outcomeId())
                .toList();
    }

    private static MvdOutcome outcome(String hospitalId, int number, SpasmGrade grade) {
        return Examples.assessment(
                hospitalId,
                "o-%02d".formatted(number),
                1,
                "t-%02d".formatted(number),
                Examples.patient(number),
                Examples.TREATED,
                365,
                grade);
    }
}
