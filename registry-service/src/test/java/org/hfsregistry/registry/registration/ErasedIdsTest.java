package org.hfsregistry.registry.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hfsregistry.contract.fixture.Examples.HOSPITAL;
import static org.hfsregistry.contract.fixture.Examples.TREATED;
import static org.hfsregistry.contract.fixture.Examples.assessment;
import static org.hfsregistry.contract.fixture.Examples.patient;
import static org.hfsregistry.contract.fixture.Examples.retraction;

import java.time.Instant;
import java.util.Objects;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.outcome.EligibleCases;
import org.hfsregistry.contract.outcome.Outcome;
import org.hfsregistry.registry.arrival.Arrival;
import org.hfsregistry.registry.arrival.Verdict;
import org.hfsregistry.registry.quarantine.Quarantined;
import org.hfsregistry.registry.treatment.Treatment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of another, living patient's outcome that comes under the id of something that was erased. */
class ErasedIdsTest {

    private static final int ERASED = 1;
    private static final int ANOTHER = 2;
    private static final int THIRD = 3;

    private final Log log = new Log();

    @BeforeEach
    void erase() {
        log.add(of(ERASED, "o-1", 1, "t-1"));
        log.addErasure(HOSPITAL, patient(ERASED));
    }

    @Test
    void it_is_kept_for_the_hospital_to_mend() {
        log.add(of(ANOTHER, "o-1", 2, "t-2"));
        log.add(of(ANOTHER, "o-2", 1, "t-1"));
        log.add(new EligibleCases("o-1", 1, HOSPITAL, EligibleCases.Treatment.MVD, 2023, 12));
        RecordInMemory memory = log.applied();

        assertThat(memory.quarantine.values()).hasSize(3).allSatisfy(refused -> {
            assertThat(refused.refusal().code()).isEqualTo("ID_OF_ERASED");
            assertThat(refused.arrival()).isInstanceOf(Arrival.OfOutcome.class);
        });
        assertThat(memory.treatments.values()).singleElement().matches(Treatment::isErased);
        assertThat(memory.hospitals).isEmpty();
        assertThat(memory.quarantine.toString()).doesNotContain(patient(ERASED).value());
    }

    @Test
    void it_is_registered_when_it_comes_under_ids_of_its_own() {
        log.add(of(ANOTHER, "o-2", 1, "t-1"));
        log.add(of(ANOTHER, "o-2", 1, "t-3"));
        RecordInMemory memory = log.applied();

        assertThat(Objects.requireNonNull(memory.treatments.get(HOSPITAL + "/t-3"))
                        .counting())
                .hasSize(1);
    }

    @Test
    void it_goes_when_that_patient_is_erased_too() {
        log.add(of(ANOTHER, "o-1", 2, "t-1"));
        log.addErasure(HOSPITAL, patient(ANOTHER));
        RecordInMemory memory = log.applied();

        assertThat(memory.quarantine.values())
                .singleElement()
                .extracting(Quarantined::arrival)
                .isInstanceOf(Arrival.Redacted.class);
        assertThat(memory.history.toString()).doesNotContain(patient(ANOTHER).value());
    }

    @Test
    void a_retraction_is_refused_and_its_reason_is_not_kept() {
        log.add(retraction("o-1", "o-9"));

        assertThat(log.applied().quarantine.values()).singleElement().satisfies(refused -> {
            assertThat(refused.refusal().code()).isEqualTo("PATIENT_ERASED");
            assertThat(refused.arrival()).isInstanceOf(Arrival.Redacted.class);
        });
    }

    @Test
    void after_a_turn_of_keys_nobody_can_tell_whether_it_is_another_and_nothing_is_kept() {
        RecordInMemory memory = log.applied();
        memory.keys(Keys.TWO);
        log.add(Keys.under(Keys.TWO, of(ANOTHER, "o-1", 2, "t-2")));
        log.add(Keys.under(Keys.TWO, of(ANOTHER, "o-2", 1, "t-1")));
        log.follow(memory, () -> 1);

        assertThat(memory.quarantine.values())
                .extracting(refused -> refused.refusal().code())
                .containsExactly("PATIENT_ERASED", "PATIENT_ERASED");
        assertThat(memory.treatments.keySet()).containsExactly(HOSPITAL + "/t-1");
        assertThat(memory.history.values())
                .filteredOn(decision -> decision.verdict() instanceof Verdict.Quarantined)
                .hasSize(2)
                .allSatisfy(decision -> assertThat(decision.arrival()).isInstanceOf(Arrival.Redacted.class));
    }

    @Test
    void who_was_erased_after_the_turn_is_known_by_the_mark_and_anothers_is_kept() {
        RecordInMemory memory = log.applied();
        memory.keys(Keys.TWO);
        log.at(Instant.parse("2025-04-01T00:00:00Z"));
        log.add(Keys.under(Keys.TWO, of(THIRD, "o-5", 1, "t-5")));
        log.addErasure(HOSPITAL, Keys.TWO.newest(patient(THIRD)));
        log.add(Keys.under(Keys.TWO, of(ANOTHER, "o-5", 2, "t-6")));
        log.add(Keys.under(Keys.TWO, of(ANOTHER, "o-6", 1, "t-5")));
        log.add(Keys.under(Keys.TWO, of(THIRD, "o-7", 1, "t-5")));
        log.add(Keys.under(Keys.TWO, of(ANOTHER, "o-8", 1, "t-1")));
        log.follow(memory, () -> 1);

        assertThat(memory.quarantine.values())
                .extracting(
                        refused -> refused.refusal().code(),
                        refused -> refused.arrival().getClass().getSimpleName())
                .containsExactly(
                        tuple("ID_OF_ERASED", "OfOutcome"),
                        tuple("ID_OF_ERASED", "OfOutcome"),
                        tuple("PATIENT_ERASED", "Redacted"),
                        tuple("PATIENT_ERASED", "Redacted"));
        memory.keys(Keys.THREE);
        log.add(Keys.under(Keys.THREE, of(ANOTHER, "o-9", 1, "t-5")));
        log.follow(memory, () -> 1);
        assertThat(memory.quarantine.values())
                .last()
                .extracting(Quarantined::arrival)
                .isInstanceOf(Arrival.Redacted.class);
    }

    private static Outcome of(int patient, String outcomeId, int revision, String treatmentId) {
        return assessment(HOSPITAL, outcomeId, revision, treatmentId, patient(patient), TREATED, 365, SpasmGrade.E0);
    }
}
