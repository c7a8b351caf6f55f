package org.hfsregistry.contract.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.hfsregistry.contract.clinical.InvalidOutcome;
import org.hfsregistry.contract.clinical.QualityOfLife;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.fixture.Examples;
import org.hfsregistry.contract.pseudonym.PatientPseudonym;
import org.junit.jupiter.api.Test;

class OutcomeRecordsTest {

    @Test
    void can_not_hold_an_assessment_before_the_operation() {
        assertThatThrownBy(() -> Examples.assessment("o1", 1, "t1", -1, SpasmGrade.E0))
                .isInstanceOf(InvalidOutcome.class)
                .hasMessageContaining("BEFORE_TREATED assessedOn");
    }

    @Test
    void can_not_hold_relief_longer_than_two_years() {
        assertThatThrownBy(() -> Examples.injection("o1", "t1", 1, 731))
                .isInstanceOf(InvalidOutcome.class)
                .hasMessageContaining("RELIEF_TOO_LONG");
        assertThat(Examples.injection("o1", "t1", 1, 730).reliefEndedOn()).isNotNull();
    }

    @Test
    void can_not_hold_a_raw_patient_id() {
        assertThatThrownBy(() -> new PatientPseudonym("12345")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void can_not_hold_a_score_outside_its_scale() {
        assertThatThrownBy(() -> new QualityOfLife(QualityOfLife.Instrument.HFS_7, 29))
                .isInstanceOf(InvalidOutcome.class);
    }

    @Test
    void can_not_hold_a_retraction_of_itself() {
        assertThatThrownBy(() -> Examples.retraction("o1", "o1")).isInstanceOf(InvalidOutcome.class);
    }

    @Test
    void with_another_pseudonym_of_the_patient_all_else_stays() {
        List<TreatmentOutcome> ofEachType = Examples.ofEachType().stream()
                .filter(outcome -> outcome instanceof TreatmentOutcome)
                .map(outcome -> (TreatmentOutcome) outcome)
                .toList();

        assertThat(ofEachType)
                .hasSize(TreatmentOutcome.class.getPermittedSubclasses().length)
                .allSatisfy(outcome -> {
                    TreatmentOutcome turned = outcome.withPatient(Examples.patient(9));
                    assertThat(turned.patientId()).isEqualTo(Examples.patient(9));
                    assertThat(turned).isNotEqualTo(outcome);
                    assertThat(turned.withPatient(outcome.patientId())).isEqualTo(outcome);
                });
    }

    @Test
    void an_outcome_does_not_depend_on_the_order_of_complications() {
        MvdOutcome outcome = Examples.mvdOutcome();
        MvdOutcome turned = new MvdOutcome(
                outcome.outcomeId(),
                outcome.revision(),
                outcome.hospitalId(),
                outcome.patientId(),
                outcome.treatmentId(),
                outcome.side(),
                outcome.treatedOn(),
                outcome.assessedOn(),
                outcome.spasmGrade(),
                outcome.spasmReductionPct(),
                outcome.complicationGrade(),
                List.copyOf(outcome.complications().reversed()),
                outcome.qualityOfLife(),
                outcome.patient(),
                outcome.operation());

        assertThat(turned).isEqualTo(outcome);
    }
}
