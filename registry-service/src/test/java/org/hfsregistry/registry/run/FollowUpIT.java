package org.hfsregistry.registry.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.fixture.Examples;
import org.hfsregistry.contract.outcome.Outcome;
import org.hfsregistry.contract.outcome.Retraction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The follow-up list by HTTP. Days are far from those on which a state changes; those are in {@code AssessmentDueTest}. */
class FollowUpIT extends OneRegistry {

    private static final String OWN = "h-own";
    private static final String OTHER = "h-other";

    private static LocalDate today;

    @BeforeAll
    static void start() {
        today = LocalDate.now(ZoneOffset.UTC);
        List<Outcome> outcomes = new ArrayList<>(List.of(
                operation(OWN, "too-young", 100),
                operation(OWN, "open-b", 350),
                operation(OWN, "open-a", 350),
                operation(OWN, "closing", 520),
                operation(OWN, "missed", 700),
                operation(OWN, "assessed", 701),
                operation(OWN, "retracted", 702),
                operation(OTHER, "elsewhere", 350)));
        outcomes.add(assessment(OWN, "assessed", 701, 365));
        outcomes.add(assessment(OWN, "retracted", 702, 365));
        outcomes.add(new Retraction("ret-1", 1, OWN, "retracted-365", "the wrong patient"));
        surroundings.submit(outcomes);
        registry = Registry.start(surroundings);
        await().atMost(Duration.ofMinutes(1)).until(() -> surroundings.followed(registry));
    }

    @Test
    void those_first_whose_window_closes_first() {
        JsonNode due = registry.get(OWN, "/v1/follow-up").json();

        assertThat(ids(due)).containsExactly("retracted", "missed", "closing", "open-a", "open-b");
        assertThat(due.get(2).get("treatedOn").asString())
                .isEqualTo(today.minusDays(520).toString());
        assertThat(due.get(2).get("opensOn").asString())
                .isEqualTo(today.minusDays(250).toString());
        assertThat(due.get(2).get("closesOn").asString())
                .isEqualTo(today.plusDays(25).toString());
        assertThat(due.get(2).get("state").asString()).isEqualTo("closing");
    }

    @ParameterizedTest
    @CsvSource({"open, open-a open-b", "closing, closing", "missed, retracted missed"})
    void a_state_can_be_asked_for(String state, String ids) {
        JsonNode due = registry.get(OWN, "/v1/follow-up?state=" + state).json();

        assertThat(ids(due)).containsExactly(ids.split(" "));
        assertThat(due.valueStream().map(each -> each.get("state").asString())).containsOnly(state);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/follow-up?limit=1", "/v1/follow-up?limit=2", "/v1/follow-up?limit=5"})
    void pages_are_followed_by_their_links(String address) {
        List<String> seen = new ArrayList<>();
        String next = address;
        while (!next.isEmpty()) {
            Registry.Answer page = registry.get(OWN, next);
            seen.addAll(ids(page.json()));
            String link = page.header("Link");
            next = link.isEmpty() ? "" : link.substring(1, link.indexOf('>'));
        }

        assertThat(seen).containsExactly("retracted", "missed", "closing", "open-a", "open-b");
    }

    @Test
    void the_pages_of_a_state_are_followed_too() {
        Registry.Answer first = registry.get(OWN, "/v1/follow-up?state=open&limit=1");
        String link = first.header("Link");

        assertThat(ids(first.json())).containsExactly("open-a");
        assertThat(ids(registry.get(OWN, link.substring(1, link.indexOf('>'))).json()))
                .containsExactly("open-b");
    }

    @Test
    void an_admin_says_whose() {
        assertThat(ids(registry.getAsAdmin("/v1/follow-up?hospitalId=" + OTHER).json()))
                .containsExactly("elsewhere");
        assertThat(ids(registry.get(OTHER, "/v1/follow-up").json())).containsExactly("elsewhere");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/follow-up?state=due", "/v1/follow-up?cursor=eA", "/v1/follow-up?limit=0"})
    void a_parameter_that_can_not_be_read_is_a_problem(String path) {
        Registry.Answer answer = registry.get(OWN, path);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("code").asString()).isEqualTo("BAD_PARAMETER");
    }

    private static Outcome operation(String hospitalId, String treatmentId, int daysAgo) {
        return assessment(hospitalId, treatmentId, daysAgo, 10);
    }

    private static Outcome assessment(String hospitalId, String treatmentId, int daysAgo, int daysAfter) {
        return Examples.assessment(
                hospitalId,
                treatmentId + "-" + daysAfter,
                1,
                treatmentId,
                Examples.patient(1),
                today.minusDays(daysAgo),
                daysAfter,
                SpasmGrade.E1);
    }

    private static List<String> ids(JsonNode due) {
        return due.valueStream().map(each -> each.get("treatmentId").asString()).toList();
    }
}
