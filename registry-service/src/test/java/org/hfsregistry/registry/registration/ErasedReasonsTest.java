package org.hfsregistry.registry.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hfsregistry.contract.fixture.Examples.HOSPITAL;
import static org.hfsregistry.contract.fixture.Examples.TREATED;
import static org.hfsregistry.contract.fixture.Examples.assessment;
import static org.hfsregistry.contract.fixture.Examples.patient;

import java.util.stream.Collectors;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.outcome.Outcome;
import org.hfsregistry.contract.outcome.Retraction;
import org.hfsregistry.registry.history.Decision;
import org.junit.jupiter.api.Test;

/** The reason of a retraction is free text, so whatever retracts something of an erased patient leaves no reason. */
class ErasedReasonsTest {

    private static final int ERASED = 1;
    private static final int ANOTHER = 2;
    private static final String REASON = "the tall patient of Monday";

    private final Log log = new Log();

    @Test
    void a_refused_retraction_of_a_retraction_goes_with_the_patient() {
        log.add(of(ERASED, "o-1", 1, "t-1"));
        log.add(retraction("r-1", "o-1"));
        log.add(retraction("r-2", "r-1"));
        log.add(retraction("r-3", "r-2"));
        log.addErasure(HOSPITAL, patient(ERASED));

        assertThat(saidIn(log.applied())).doesNotContain(REASON);
        assertThat(log.applied().quarantine.values())
                .extracting(refused -> refused.refusal().code())
                .containsExactly("PATIENT_ERASED");
    }

    @Test
    void retractions_that_retract_one_another_go_with_the_patient() {
        log.add(retraction("r-1", "r-2"));
        log.add(retraction("r-2", "r-1"));
        log.add(of(ERASED, "r-2", 1, "t-1"));
        log.addErasure(HOSPITAL, patient(ERASED));

        assertThat(saidIn(log.applied())).doesNotContain(REASON);
    }

    @Test
    void a_retraction_of_what_was_corrected_to_another_patient_goes_and_retracts_all_the_same() {
        log.add(of(ERASED, "o-1", 1, "t-1"));
        log.add(of(ANOTHER, "o-1", 2, "t-2"));
        log.add(retraction("r-1", "o-1"));
        RecordInMemory before = log.applied();
        log.addErasure(HOSPITAL, patient(ERASED));
        RecordInMemory memory = log.applied();

        assertThat(saidIn(memory)).doesNotContain(REASON);
        String place = HOSPITAL + "/t-2";
        assertThat(memory.treatments.get(place)).isEqualTo(before.treatments.get(place));
        String outcome = HOSPITAL + "/o-1";
        assertThat(memory.entries.get(outcome)).isEqualTo(before.entries.get(outcome));
    }

    @Test
    void a_retraction_of_what_stood_in_quarantine_beside_another_patients_goes() {
        log.add(retraction("r-1", "o-1"));
        log.add(of(ERASED, "o-1", 1, "t-1"));
        log.add(of(ANOTHER, "o-1", 2, "t-9"));
        log.addErasure(HOSPITAL, patient(ERASED));

        assertThat(saidIn(log.applied())).doesNotContain(REASON);
    }

    @Test
    void what_retracts_a_late_retraction_is_kept_without_its_reason_too() {
        log.add(of(ERASED, "o-1", 1, "t-1"));
        log.addErasure(HOSPITAL, patient(ERASED));
        log.add(retraction("r-1", "o-1"));
        log.add(retraction("r-2", "r-1"));
        log.add(retraction("r-3", "r-2"));

        assertThat(saidIn(log.applied())).doesNotContain(REASON);
        assertThat(log.applied().quarantine).isEmpty();
    }

    @Test
    void retractions_of_others_stay_whole() {
        log.add(of(ERASED, "o-1", 1, "t-1"));
        log.add(of(ANOTHER, "o-2", 1, "t-2"));
        log.add(retraction("r-1", "o-2"));
        log.addErasure(HOSPITAL, patient(ERASED));
        log.add(retraction("r-2", "o-3"));

        assertThat(saidIn(log.applied())).contains("\"r-1\" " + REASON, "\"r-2\" " + REASON);
    }

    private static Outcome of(int patient, String outcomeId, int revision, String treatmentId) {
        return assessment(HOSPITAL, outcomeId, revision, treatmentId, patient(patient), TREATED, 365, SpasmGrade.E0);
    }

    private static Retraction retraction(String outcomeId, String retracts) {
        return new Retraction(outcomeId, 1, HOSPITAL, retracts, "\"" + outcomeId + "\" " + REASON);
    }

    private static String saidIn(RecordInMemory memory) {
        return memory.history.values().stream().map(Decision::toString).collect(Collectors.joining())
                + memory.quarantine
                + memory.entries;
    }
}
