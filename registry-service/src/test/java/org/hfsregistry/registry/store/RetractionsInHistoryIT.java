package org.hfsregistry.registry.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hfsregistry.contract.fixture.Examples.HOSPITAL;
import static org.hfsregistry.contract.fixture.Examples.NOON;
import static org.hfsregistry.contract.fixture.Examples.assessment;
import static org.hfsregistry.contract.fixture.Examples.retraction;

import java.util.List;
import java.util.Optional;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.outcome.Outcome;
import org.hfsregistry.contract.registered.Position;
import org.hfsregistry.registry.arrival.Arrival;
import org.hfsregistry.registry.arrival.Place;
import org.hfsregistry.registry.arrival.Verdict;
import org.hfsregistry.registry.history.Decision;
import org.hfsregistry.registry.history.History;
import org.hfsregistry.registry.history.Traces;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A treatment's history has every retraction of its outcomes, also one that took nothing out of it. */
class RetractionsInHistoryIT {

    private static final Place.OfTreatment PLACE = new Place.OfTreatment(HOSPITAL, "t-1");
    private static final Verdict REGISTERED = new Verdict.Registered(Optional.empty());

    private final Decision early = decision(1, retraction("r-1", "o-1"), REGISTERED);
    private final Decision marked =
            decision(2, assessment("o-1", 1, "t-1", 365, SpasmGrade.E0), new Verdict.Retracted(Optional.of(PLACE)));
    private final Decision second = decision(4, retraction("r-2", "o-1"), REGISTERED);

    @RegisterExtension
    private final Store store = new Store();

    @BeforeEach
    void add() {
        history()
                .add(List.of(
                        early,
                        marked,
                        decision(3, retraction("r-9", "o-9"), REGISTERED),
                        second,
                        decision(5, assessment("o-9", 1, "t-9", 365, SpasmGrade.E0), REGISTERED)));
    }

    @Test
    void one_that_came_before_its_outcome_and_a_second_one_are_told_in_their_place() {
        assertThat(history().ofTreatment(PLACE, Optional.empty(), 10)).containsExactly(early, marked, second);
        assertThat(history().ofTreatment(PLACE, Optional.of(early.id()), 1)).containsExactly(marked);
    }

    @Test
    void none_is_told_of_an_outcome_whose_patient_was_erased() {
        store.get(Traces.class)
                .redact(List.of(new Position(3, 1), new Position(3, 2), new Position(3, 4)), new Position(3, 6));

        assertThat(history().ofTreatment(PLACE, Optional.empty(), 10)).isEmpty();
    }

    private History history() {
        return store.get(History.class);
    }

    private static Decision decision(long offset, Outcome outcome, Verdict verdict) {
        return new Decision(
                new Arrival.OfOutcome(new Position(3, offset), NOON, "client", outcome),
                verdict,
                NOON.plusSeconds(offset));
    }
}
