package org.hfsregistry.registry.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.fixture.Examples;
import org.hfsregistry.contract.json.DocumentJson;
import org.hfsregistry.contract.json.OutcomeJson;
import org.hfsregistry.contract.outcome.Outcome;
import org.hfsregistry.contract.pseudonym.PatientPseudonym;
import org.hfsregistry.contract.registered.PatientErasure;
import org.hfsregistry.contract.registered.PatientMerge;
import org.hfsregistry.contract.topic.EventType;
import org.hfsregistry.registry.treatment.Dossier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Whatever lies in the log goes to quarantine with the reason, and what comes after it in the same partition is registered. */
class PoisonIT extends OneRegistry {

    private static final int FIVE_MEGABYTES = 5_000_000;
    private static final String NO_EVENT = "the record is not a CloudEvent";
    private static final String OTHER_TYPE = "the event is not of type";
    private static final String NO_JSON = "the outcome breaks the contract: ";

    private static final PatientPseudonym UNDER_REFUSED_KEY = new PatientPseudonym("k9." + "A".repeat(22));

    @BeforeAll
    static void start() {
        registry = Registry.start(surroundings, "--hfs.registry.pseudonym.refused-keys=k9");
    }

    static Stream<Poison> poisons() {
        return Stream.of(
                new Poison("nothing", surroundings::submitNothing, "NOT_AN_OUTCOME", NO_EVENT),
                new Poison("no-event", id -> surroundings.submitBytes(id, "{}"), "NOT_AN_OUTCOME", NO_EVENT),
                ofData("no-data", ""),
                ofData("no-json", "\u0000not json"),
                ofData("half-json", "{\"type\":\"mvd-outcome\",\"outcomeId\":\"o-"),
                ofData("a-number", "17"),
                ofData("no-type", "{\"outcomeId\":\"bad\"}"),
                ofData("no-utf-8", "{\"type\":\"\u00ff\u00fe\"}"),
                ofData("deep", "[".repeat(FIVE_MEGABYTES)),
                ofData("long-name", "{\"type\":\"retraction\",\"" + "x".repeat(FIVE_MEGABYTES) + "\":1}"),
                ofData("many-faults", manyUnknownFields()),
                ofHeader("other-type", "ce_type", "org.example.something-else", OTHER_TYPE),
                ofHeader("later-version", "ce_type", EventType.OUTCOME_SUBMITTED_V1.replace("v1", "v2"), OTHER_TYPE),
                ofHeader("later-cloudevents", "ce_specversion", "9.9", NO_EVENT),
                withoutHeader("no-id", "ce_id"),
                withoutHeader("no-source", "ce_source"),
                withoutHeader("no-event-type", "ce_type"),
                withoutHeader("no-specversion", "ce_specversion"),
                new Poison(
                        "other-hospital",
                        id -> surroundings.submitAs(id, outcome("h-somebody-else", "bad")),
                        "OTHER_HOSPITAL",
                        "the outcome is of hospital h-somebody-else"),
                new Poison(
                        "far-future",
                        id -> surroundings.submitWith(
                                outcome(id, "bad"), "17".getBytes(UTF_8), "ce_time", "9999-12-31T23:59:59Z"),
                        "BREAKS_THE_CONTRACT",
                        NO_JSON),
                new Poison(
                        "erasure-under-a-refused-key",
                        id -> surroundings.submitWith(
                                outcome(id, "bad"),
                                erasureUnderRefusedKey(id),
                                "ce_type",
                                EventType.PATIENT_ERASURE_V1),
                        "REFUSED_KEY",
                        "intake made the patient's pseudonym with the key k9"),
                new Poison(
                        "unreadable-merge",
                        id -> surroundings.submitWith(
                                outcome(id, "bad"), "{}".getBytes(UTF_8), "ce_type", EventType.PATIENT_MERGE_V1),
                        "NOT_AN_OUTCOME",
                        "the data is no merge of patients"),
                new Poison(
                        "merge-under-a-refused-key",
                        id -> surroundings.submitWith(
                                outcome(id, "bad"), mergeUnderRefusedKey(id), "ce_type", EventType.PATIENT_MERGE_V1),
                        "REFUSED_KEY",
                        "intake made the patient's pseudonym with the key k9"),
                new Poison(
                        "too-many",
                        id -> surroundings.submit(tooMany(id)),
                        "TOO_MANY_OUTCOMES",
                        "a treatment or a hospital has at most " + Dossier.MOST_OUTCOMES + " outcomes"));
    }

    @ParameterizedTest
    @MethodSource("poisons")
    void goes_to_quarantine_and_the_partition_goes_on(Poison poison) {
        String hospital = poison.hospital();

        poison.submit().accept(hospital);
        surroundings.submit(outcome(hospital, "good"));
        await().atMost(Duration.ofMinutes(1)).until(() -> surroundings.followed(registry));

        JsonNode quarantine = registry.get(hospital, "/v1/quarantine").json();
        assertThat(quarantine.size()).isEqualTo(1);
        assertThat(quarantine.get(0).get("code").asString()).isEqualTo(poison.code());
        assertThat(quarantine.get(0).get("message").asString())
                .startsWith(poison.message())
                .hasSizeLessThan(1200);
        assertThat(registry.get(hospital, "/v1/outcomes/good")
                        .json()
                        .get("status")
                        .asString())
                .isEqualTo("registered");
    }

    @Test
    void what_came_in_nobodys_name_is_shown_to_the_registrys_staff() {
        surroundings.submitBytes("no hospital's id", "{}");
        surroundings.submitBytes("h-somebody", "{}");
        await().atMost(Duration.ofMinutes(1)).until(() -> surroundings.followed(registry));

        List<JsonNode> all = registry.getAsAdmin("/v1/quarantine?state=open&limit=1000")
                .json()
                .valueStream()
                .toList();
        assertThat(all)
                .anyMatch(each ->
                        !each.has("hospitalId") && each.get("code").asString().equals("NOT_AN_OUTCOME"));
        assertThat(all).anyMatch(each -> each.path("hospitalId").asString().equals("h-somebody"));
        assertThat(registry.get("h-somebody", "/v1/quarantine").json().size()).isEqualTo(1);
    }

    @Test
    void five_megabytes_around_an_outcome_are_nothing_but_an_outcome() {
        Outcome outcome = outcome("h-padded", "padded");

        surroundings.submitBroken(outcome, (" ".repeat(FIVE_MEGABYTES) + json(outcome)).getBytes(UTF_8));
        surroundings.submitWith(
                outcome("h-padded", "client"), "ce_" + EventType.SUBMITTED_BY, "x".repeat(FIVE_MEGABYTES));
        await().atMost(Duration.ofMinutes(1)).until(() -> surroundings.followed(registry));

        assertThat(registry.get("h-padded", "/v1/treatments/t")
                        .json()
                        .get("outcomes")
                        .size())
                .isEqualTo(2);
        assertThat(registry.stored("history").values())
                .allSatisfy(decision -> assertThat(decision.toJson()).hasSizeLessThan(5000));
    }

    private static Poison ofData(String name, String data) {
        return new Poison(
                name,
                id -> surroundings.submitBroken(outcome(id, "bad"), data.getBytes(UTF_8)),
                "BREAKS_THE_CONTRACT",
                NO_JSON);
    }

    private static Poison ofHeader(String name, String header, String value, String message) {
        return new Poison(
                name, id -> surroundings.submitWith(outcome(id, "bad"), header, value), "NOT_AN_OUTCOME", message);
    }

    private static Poison withoutHeader(String name, String header) {
        return new Poison(
                name, id -> surroundings.submitWithout(outcome(id, "bad"), header), "NOT_AN_OUTCOME", NO_EVENT);
    }

    private static String manyUnknownFields() {
        StringBuilder json = new StringBuilder("{\"type\":\"retraction\"");
        for (int number = 0; json.length() < FIVE_MEGABYTES; number++) {
            json.append(",\"field").append(number).append("\":1");
        }
        return json.append('}').toString();
    }

    private static byte[] erasureUnderRefusedKey(String hospital) {
        return DocumentJson.write(new PatientErasure(hospital, UNDER_REFUSED_KEY, "GDPR Art. 17(1)(b)"));
    }

    private static byte[] mergeUnderRefusedKey(String hospital) {
        return DocumentJson.write(new PatientMerge(hospital, Examples.patient(1), UNDER_REFUSED_KEY, false));
    }

    private static List<Outcome> tooMany(String hospital) {
        List<Outcome> outcomes = new ArrayList<>();
        IntStream.rangeClosed(0, Dossier.MOST_OUTCOMES)
                .forEach(number -> outcomes.add(Examples.assessment(
                        hospital,
                        "o-" + number,
                        1,
                        "t-full",
                        Examples.patient(1),
                        Examples.TREATED,
                        30,
                        SpasmGrade.E0)));
        return outcomes;
    }

    private static Outcome outcome(String hospital, String outcomeId) {
        return Examples.assessment(
                hospital, outcomeId, 1, "t", Examples.patient(1), Examples.TREATED, 30, SpasmGrade.E0);
    }

    private static String json(Outcome outcome) {
        return new String(OutcomeJson.write(outcome), UTF_8);
    }

    /** A bad record of a hospital of its own. */
    record Poison(String hospital, Consumer<String> submit, String code, String message) {
        @Override
        public String toString() {
            return hospital;
        }
    }
}
