package org.hfsregistry.registry.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hfsregistry.contract.fixture.Examples.NOON;
import static org.hfsregistry.contract.fixture.Examples.assessment;

import java.util.List;
import java.util.Optional;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.fixture.Documents;
import org.hfsregistry.contract.fixture.Examples;
import org.hfsregistry.contract.outcome.MvdOutcome;
import org.hfsregistry.contract.registered.Position;
import org.hfsregistry.registry.arrival.Arrival;
import org.hfsregistry.registry.arrival.Refusal;
import org.hfsregistry.registry.following.Claim;
import org.hfsregistry.registry.following.Positions;
import org.hfsregistry.registry.following.Turning;
import org.hfsregistry.registry.following.Turnings;
import org.hfsregistry.registry.quarantine.Quarantine;
import org.hfsregistry.registry.quarantine.Quarantined;
import org.hfsregistry.registry.treatment.Dossiers.Revised;
import org.hfsregistry.registry.treatment.Treatment;
import org.hfsregistry.registry.treatment.Treatments;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What every store must do for a record to be turned to another pseudonym key, whichever server it is. */
class TurningsIT {

    @RegisterExtension
    private final Store store = new Store();

    @Test
    void how_far_a_turn_is_is_found_as_it_was_noted() {
        Turnings turnings = store.get(Turnings.class);
        assertThat(turnings.begun()).isEmpty();
        assertThat(turnings.to("k2-2")).isEqualTo(Turning.NOT_BEGUN);

        Turning begun = new Turning(Turning.Stage.CLAIMS, Optional.empty(), 0);
        Turning further = new Turning(Turning.Stage.TREATMENTS, Optional.of("h-01/t-1"), 250);
        turnings.note("k2-2", begun);
        turnings.note("k3-3", begun);
        turnings.note("k2-2", further);

        assertThat(turnings.to("k2-2")).isEqualTo(further);
        assertThat(turnings.to("k3-3")).isEqualTo(begun);
        assertThat(turnings.begun()).containsExactlyInAnyOrder("k2-2", "k3-3");
    }

    @Test
    void a_claim_that_was_broken_does_not_note() {
        Positions positions = store.get(Positions.class);
        Claim third = positions.claim(3);
        Claim fourth = positions.claim(4);
        positions.note(third, 17, List.of());

        positions.breakClaims();

        assertThat(positions.note(third, 18, List.of())).isFalse();
        assertThat(positions.note(fourth, 18, List.of())).isFalse();
        assertThat(positions.note(positions.claim(3), 18, List.of())).isTrue();
    }

    @Test
    void treatments_of_all_hospitals_are_gone_through_in_their_order() {
        Treatments treatments = store.get(Treatments.class);
        treatments.put(List.of(
                new Revised<>(0, treatment("h-02", "t-1")),
                new Revised<>(0, treatment("h-01", "t-2")),
                new Revised<>(0, treatment("h-01", "t-1"))));

        assertThat(treatments.all(Optional.empty(), 2))
                .extracting(treatment -> treatment.document().id())
                .containsExactly("h-01/t-1", "h-01/t-2");
        assertThat(treatments.all(Optional.of("h-01/t-2"), 2)).containsExactly(treatment("h-02", "t-1"));
    }

    @Test
    void what_is_quarantined_is_gone_through_and_replaced_in_its_place() {
        Quarantine quarantine = store.get(Quarantine.class);
        Quarantined first = quarantined(5, assessment("o-1", 1, "t-1", 365, SpasmGrade.E0));
        Quarantined second = quarantined(6, assessment("o-2", 1, "t-1", 365, SpasmGrade.E0));
        Quarantined turned =
                quarantined(6, assessment("o-2", 1, "t-1", 365, SpasmGrade.E0).withPatient(Examples.patient(9)));
        quarantine.add(List.of(second, first));

        quarantine.replace(List.of(turned));
        quarantine.replace(List.of());

        assertThat(quarantine.all(Optional.empty(), 1)).containsExactly(first);
        assertThat(quarantine.all(Optional.of(first.id()), 10)).containsExactly(turned);
    }

    private static Treatment treatment(String hospitalId, String treatmentId) {
        return new Treatment(Documents.treatment(
                1,
                Examples.assessment(
                        hospitalId, "o-1", 1, treatmentId, Examples.patient(1), Examples.TREATED, 9, SpasmGrade.E0)));
    }

    private static Quarantined quarantined(long offset, MvdOutcome outcome) {
        return new Quarantined(
                new Arrival.OfOutcome(new Position(3, offset), NOON, "client", outcome),
                Refusal.conflict(outcome.outcomeId(), 1),
                NOON);
    }
}
