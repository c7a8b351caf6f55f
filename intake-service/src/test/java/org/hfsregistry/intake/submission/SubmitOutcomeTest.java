package org.hfsregistry.intake.submission;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.hfsregistry.contract.clinical.Fault;
import org.hfsregistry.contract.pseudonym.PseudonymKey;
import org.hfsregistry.intake.access.Caller;
import org.hfsregistry.intake.pseudonym.Pseudonyms;
import org.hfsregistry.intake.running.RawOutcomes;
import org.hfsregistry.intake.running.RunningIntake;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubmitOutcomeTest {

    private static final Caller CALLER = new Caller("h-01", "client-7");
    private static final Instant NOW = Instant.parse("2024-01-15T00:00:01Z");

    private final List<OutcomeSubmitted> kept = new ArrayList<>();

    @Test
    void keeps_who_submitted_it_and_when() {
        assertThat(submit(RawOutcomes.assessment("o-1"))).isInstanceOf(Submitted.Accepted.class);
        assertThat(kept).singleElement().satisfies(event -> {
            assertThat(event.clientId()).isEqualTo("client-7");
            assertThat(event.at()).isEqualTo(NOW);
            assertThat(event.outcome().hospitalId()).isEqualTo("h-01");
        });
    }

    @Test
    void today_is_the_last_day_that_counts() {
        assertThat(codes(RawOutcomes.assessment("o-1").replace("2024-01-15", "2024-01-16")))
                .containsExactly("IN_FUTURE");
        assertThat(kept).isEmpty();
    }

    @Test
    void today_is_that_of_the_zone_where_days_are_reckoned() {
        String json = RawOutcomes.assessment("o-1").replace("2024-01-15", "2024-01-16");
        ZoneId whereItIsTheSixteenth = ZoneOffset.ofHours(14);
        assertThat(submit(json, Clock.fixed(NOW.plusSeconds(36_000), whereItIsTheSixteenth)))
                .isInstanceOf(Submitted.Accepted.class);
        assertThat(submit(json, Clock.fixed(NOW.plusSeconds(36_000), ZoneOffset.UTC)))
                .isInstanceOf(Submitted.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"treatmentId\":\"P 471147\"",
                "\"treatmentId\":\"the P 471147\"",
                "\"treatmentId\":\"P 4711\"",
                "\"treatmentId\":\"t-1\",\"P 471147\":1",
                "\"treatmentId\":\"t-1\",\"spasmReductionPct\":\"P 471147\"",
                "\"treatmentId\":\"t-1\",\"hospitalId\":\"P 471147\""
            })
    void tells_a_fault_without_the_patient_id_that_it_is_about(String fields) {
        String json = RawOutcomes.assessment("o-1")
                .replace("P-4711", " P 471147 ")
                .replace("\"treatmentId\":\"t-o-1\"", fields);
        Submitted.Refused refused = (Submitted.Refused) submit(json);
        assertThat(refused.faults()).isNotEmpty();
        assertThat(refused.toString()).doesNotContain("P 4711");
    }

    @Test
    void tells_a_fault_without_any_part_of_a_long_patient_id() {
        String id = "Mustermann Max geboren am ersten Januar neunzehnhundertsechzig in Musterstadt";
        String json = RawOutcomes.assessment("o-1").replace("P-4711", id).replace("t-o-1", id);
        assertThat(((Submitted.Refused) submit(json)).faults().toString())
                .contains("NOT_AN_ID")
                .doesNotContain("Muster");
    }

    @Test
    void tells_other_values_as_they_were_sent() {
        assertThat(((Submitted.Refused) submit(RawOutcomes.assessment("o-1", "E9"))).faults())
                .extracting(Fault::value)
                .containsExactly("E9");
    }

    @Test
    void accepts_nothing_that_is_not_kept() {
        SubmitOutcome withoutBroker = new SubmitOutcome(
                pseudonyms(),
                event -> () -> CompletableFuture.<@Nullable Void>failedFuture(new BrokerUnavailable("away")),
                clock());
        assertThatThrownBy(() -> withoutBroker.submit(
                        CALLER, ByteBuffer.wrap(RawOutcomes.assessment("o-1").getBytes(UTF_8))))
                .isInstanceOf(BrokerUnavailable.class);
    }

    private List<String> codes(String json) {
        return ((Submitted.Refused) submit(json))
                .faults().stream().map(Fault::code).toList();
    }

    private Submitted submit(String json) {
        return submit(json, clock());
    }

    private Submitted submit(String json, Clock clock) {
        SubmitOutcome outcomes = new SubmitOutcome(
                pseudonyms(),
                event -> () -> {
                    kept.add(event);
                    return CompletableFuture.<@Nullable Void>completedFuture(null);
                },
                clock);
        return outcomes.submit(CALLER, ByteBuffer.wrap(json.getBytes(UTF_8)));
    }

    private static Pseudonyms pseudonyms() {
        return new Pseudonyms(new PseudonymKey("k1", RunningIntake.KEY));
    }

    private static Clock clock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }
}
