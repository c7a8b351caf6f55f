package org.hfsregistry.registry.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.fixture.Examples;
import org.hfsregistry.contract.outcome.Outcome;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What hospitals see by HTTP, and what they don't. */
class RecordsIT extends OneRegistry {

    private static final String OWN = "h-own";
    private static final String OTHER = "h-other";

    @BeforeAll
    static void start() {
        List<Outcome> outcomes = new ArrayList<>();
        IntStream.range(0, 25).forEach(number -> outcomes.add(outcome(OWN, number)));
        outcomes.add(Examples.injection("b-1", "t-b", 1, 80));
        outcomes.add(outcome(OTHER, 99));
        outcomes.add(conflicting(OWN, 3));
        outcomes.add(conflicting(OWN, 4));
        outcomes.add(conflicting(OTHER, 99));
        surroundings.submit(outcomes);
        registry = Registry.start(surroundings);
        followed();
    }

    @Test
    void the_pages_of_treatments_are_followed_by_their_links() {
        List<List<String>> pages = pages(OWN, "/v1/treatments?limit=10&kind=mvd");

        assertThat(pages).hasSize(3);
        assertThat(pages.stream().flatMap(List::stream))
                .hasSize(25)
                .isSorted()
                .doesNotHaveDuplicates()
                .contains("t-00", "t-24");
    }

    @Test
    void who_turns_pages_sees_each_that_stays_once_while_others_come_and_go() {
        String hospital = "h-read";
        surroundings.submit(IntStream.of(2, 4, 6, 8, 10)
                .mapToObj(number -> outcome(hospital, number))
                .toList());
        followed();
        Registry.Answer first = registry.get(hospital, "/v1/treatments?limit=2");

        registry.erase(
                "/v1/patients/" + Examples.patient(4).value() + "?basis=GDPR",
                surroundings.tokens().hospital(hospital));
        registry.erase(
                "/v1/patients/" + Examples.patient(6).value() + "?basis=GDPR",
                surroundings.tokens().hospital(hospital));
        surroundings.submit(outcome(hospital, 3), outcome(hospital, 7));
        followed();
        assertThat(treatmentIds(registry.get(hospital, "/v1/treatments")))
                .containsExactly("t-02", "t-03", "t-07", "t-08", "t-10");

        assertThat(treatmentIds(first)).containsExactly("t-02", "t-04");
        assertThat(pages(hospital, next(first))).containsExactly(List.of("t-07", "t-08"), List.of("t-10"));
    }

    private static void followed() {
        await().atMost(Duration.ofMinutes(1)).until(() -> surroundings.followed(registry));
    }

    private static List<List<String>> pages(String hospital, String address) {
        List<List<String>> pages = new ArrayList<>();
        for (String next = address; !next.isEmpty(); ) {
            Registry.Answer page = registry.get(hospital, next);
            pages.add(treatmentIds(page));
            next = next(page);
        }
        return pages;
    }

    @Test
    void treatments_are_selected_by_kind_and_day() {
        assertThat(registry.get(OWN, "/v1/treatments?kind=botox").json().size()).isZero();
        assertThat(registry.get(Examples.HOSPITAL, "/v1/treatments?kind=botox")
                        .json()
                        .size())
                .isEqualTo(1);
        assertThat(treatmentIds(registry.get(OWN, "/v1/treatments?from=2023-01-12&to=2023-01-13")))
                .containsExactly("t-02", "t-03");
    }

    @Test
    void a_treatment_is_the_document_of_the_contract() {
        JsonNode treatment = registry.get(OWN, "/v1/treatments/t-03").json();

        assertThat(treatment.get("hospitalId").asString()).isEqualTo(OWN);
        assertThat(treatment.get("version").asInt()).isEqualTo(1);
        assertThat(treatment
                        .get("outcomes")
                        .get(0)
                        .get("outcome")
                        .get("outcomeId")
                        .asString())
                .isEqualTo("o-03");
        assertThat(treatment.get("outcomes").get(0).get("submittedBy").asString())
                .isEqualTo("client-of-" + OWN);
    }

    @Test
    void the_quarantine_is_paged_too() {
        Registry.Answer first = registry.get(OWN, "/v1/quarantine?limit=1");
        Registry.Answer second = registry.get(OWN, next(first));

        assertThat(first.json().get(0).get("outcomeId").asString()).isEqualTo("o-03");
        assertThat(first.json().get(0).get("fix").asString()).isNotEmpty();
        assertThat(second.json().get(0).get("outcomeId").asString()).isEqualTo("o-04");
        assertThat(next(second)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/outcomes/o-99", "/v1/treatments/t-99", "/v1/treatments/t-99/history"})
    void another_hospitals_record_is_not_found(String path) {
        assertThat(registry.get(OTHER, path).status()).isEqualTo(200);

        Registry.Answer answer = registry.get(OWN, path);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().get("code").asString()).isEqualTo("NOT_FOUND");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/outcomes",
                "/v1/outcomes/o-99",
                "/v1/treatments/t-99",
                "/v1/treatments/t-99/history",
                "/v1/treatments",
                "/v1/follow-up",
                "/v1/export",
                "/v1/audit",
                "/v1/quarantine"
            })
    void another_hospital_can_not_be_asked_for(String path) {
        Registry.Answer answer = registry.get(OWN, path + "?hospitalId=" + OTHER);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().get("code").asString()).isEqualTo("OTHER_HOSPITAL");
    }

    @Test
    void an_admin_says_which_hospital() {
        assertThat(registry.getAsAdmin("/v1/outcomes/o-99?hospitalId=" + OTHER).status())
                .isEqualTo(200);
        assertThat(registry.getAsAdmin("/v1/treatments/t-99?hospitalId=" + OTHER)
                        .status())
                .isEqualTo(200);
        assertThat(registry.getAsAdmin("/v1/treatments?hospitalId=" + OTHER)
                        .json()
                        .size())
                .isEqualTo(1);
        assertThat(registry.getAsAdmin("/v1/quarantine?hospitalId=" + OTHER)
                        .json()
                        .size())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/outcomes",
                "/v1/outcomes/o-99",
                "/v1/treatments/t-99",
                "/v1/treatments/t-99/history",
                "/v1/treatments",
                "/v1/follow-up"
            })
    void an_admin_who_does_not_say_which_hospital_is_told_how(String path) {
        Registry.Answer unsaid = registry.getAsAdmin(path);
        Registry.Answer empty = registry.getAsAdmin(path + "?hospitalId=");
        Registry.Answer none = registry.getAsAdmin(path + "?hospitalId=h%20x");

        assertThat(unsaid.status()).isEqualTo(400);
        assertThat(unsaid.json().get("code").asString()).isEqualTo("MISSING_PARAMETER");
        assertThat(unsaid.json().get("detail").asString()).contains("?hospitalId=");
        assertThat(empty.status()).isEqualTo(400);
        assertThat(none.status()).isEqualTo(400);
        assertThat(none.json().get("code").asString()).isEqualTo("BAD_PARAMETER");
        assertThat(none.json().get("detail").asString()).startsWith("The parameter hospitalId must be");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator/health",
                "/actuator/health/liveness",
                "/actuator/health/readiness",
                "/actuator/prometheus"
            })
    void health_and_metrics_are_open(String path) {
        assertThat(registry.askWithoutToken(path).status()).isEqualTo(200);
    }

    private static Outcome outcome(String hospitalId, int number) {
        return assessment(hospitalId, number, SpasmGrade.E0);
    }

    private static Outcome conflicting(String hospitalId, int number) {
        return assessment(hospitalId, number, SpasmGrade.E3);
    }

    private static Outcome assessment(String hospitalId, int number, SpasmGrade grade) {
        return Examples.assessment(
                hospitalId,
                "o-%02d".formatted(number),
                1,
                "t-%02d".formatted(number),
                Examples.patient(number),
                Examples.TREATED.plusDays(number),
                365,
                grade);
    }

    private static List<String> treatmentIds(Registry.Answer answer) {
        return answer.json()
                .valueStream()
                .map(treatment -> treatment.get("treatmentId").asString())
                .toList();
    }

    private static String next(Registry.Answer page) {
        String link = page.header("Link");
        return link.endsWith(">; rel=\"next\"") ? link.substring(1, link.indexOf('>')) : "";
    }
}
