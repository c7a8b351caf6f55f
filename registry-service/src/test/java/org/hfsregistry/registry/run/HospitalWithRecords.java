package org.hfsregistry.registry.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.fixture.Examples;
import org.hfsregistry.contract.fixture.Tokens;
import org.hfsregistry.contract.json.OutcomeJson;
import org.hfsregistry.contract.outcome.MvdOutcome;
import org.hfsregistry.contract.outcome.Outcome;
import org.hfsregistry.contract.outcome.Retraction;
import org.hfsregistry.platform.Platform;

/** A registry in which one hospital has records of every kind, and another has a few. */
final class HospitalWithRecords implements AutoCloseable {

    static final String OWN = "h-own";
    static final String OTHER = "h-other";
    static final int MANY = 60;

    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    private final Surroundings surroundings;
    private final Registry registry;

    /** @param said where a hospital may say what it likes */
    HospitalWithRecords(Path folder, String said) {
        surroundings = new Surroundings(Platform.forTests(), new Tokens(), folder);
        List<Outcome> outcomes = new ArrayList<>(List.of(
                operation(OWN, "closing", 520),
                operation(OWN, "missed", 700),
                operation(OWN, "retracted", 702),
                new Retraction("ret", 1, OWN, "retracted-10", "the wrong patient"),
                new Retraction("ret", 2, OWN, "closing-10", said + " was meant"),
                conflict(1, SpasmGrade.E0),
                conflict(1, SpasmGrade.E2),
                named(OTHER, "secret", 1, SpasmGrade.E0),
                named(OTHER, "secret", 1, SpasmGrade.E3)));
        for (int number = 0; number < MANY; number++) {
            outcomes.add(operation(OWN, "open-%02d".formatted(number), 350));
        }
        surroundings.submit(outcomes);
        surroundings.submitBroken(
                named(OWN, "broken", 1, SpasmGrade.E0),
                ("{\"type\":\"mvd-outcome\",\"" + said + "\":1}").getBytes(UTF_8));
        registry = Registry.start(surroundings);
        followed();
    }

    Registry registry() {
        return registry;
    }

    Tokens tokens() {
        return surroundings.tokens();
    }

    String address() {
        return "http://127.0.0.1:" + registry.port();
    }

    void followed() {
        await().atMost(Duration.ofMinutes(1)).until(() -> surroundings.followed(registry));
    }

    /** One more revision than is registered twice with different content. */
    static MvdOutcome conflict(int revision, SpasmGrade grade) {
        return named(OWN, "twice", revision, grade);
    }

    /** Another pair of which the second contradicts the first. */
    void conflictsOver(String outcomeId) {
        surroundings.submit(named(OWN, outcomeId, 1, SpasmGrade.E0), named(OWN, outcomeId, 1, SpasmGrade.E2));
        followed();
    }

    /** The quarantined arrival of an outcome, by the interface. */
    String quarantined(String outcomeId) {
        return registry.get(OWN, "/v1/quarantine?limit=1000")
                .json()
                .valueStream()
                .filter(each -> each.path("outcomeId").asString("").equals(outcomeId))
                .findFirst()
                .orElseThrow()
                .get("id")
                .asString();
    }

    static MvdOutcome named(String hospital, String outcomeId, int revision, SpasmGrade grade) {
        return Examples.assessment(
                hospital, outcomeId, revision, "of-" + outcomeId, Examples.patient(1), Examples.TREATED, 365, grade);
    }

    static String json(Outcome outcome) {
        return new String(OutcomeJson.write(outcome), UTF_8);
    }

    private Outcome operation(String hospital, String treatmentId, int daysAgo) {
        return Examples.assessment(
                hospital,
                treatmentId + "-10",
                1,
                treatmentId,
                Examples.patient(1),
                today.minusDays(daysAgo),
                10,
                SpasmGrade.E1);
    }

    @Override
    public void close() {
        registry.close();
        surroundings.close();
    }
}
