package org.hfsregistry.registry.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hfsregistry.contract.fixture.Examples.HOSPITAL;
import static org.hfsregistry.contract.fixture.Examples.NOON;
import static org.hfsregistry.contract.fixture.Examples.assessment;

import java.util.List;
import java.util.Optional;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.registered.Position;
import org.hfsregistry.registry.arrival.Arrival;
import org.hfsregistry.registry.arrival.Place;
import org.hfsregistry.registry.arrival.Verdict;
import org.hfsregistry.registry.history.Decision;
import org.hfsregistry.registry.history.History;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * An earlier version followed a log whose partitions were added to: there a hospital's later outcomes may have come on one of a smaller
 * number. What was kept so is told in its order; such a log is followed no more.
 */
class HistoryInTimeIT {

    private static final Place.OfTreatment PLACE = new Place.OfTreatment(HOSPITAL, "t-1");

    @RegisterExtension
    private final Store store = new Store();

    @Test
    void what_came_of_a_treatment_is_told_in_the_order_of_time_page_by_page() {
        Decision first = decision(new Position(9, 5), 1);
        Decision second = decision(new Position(9, 6), 2);
        Decision third = decision(new Position(4, 0), 3);
        Decision fourth = decision(new Position(4, 1), 4);
        History history = store.get(History.class);
        history.add(List.of(first, second, third, fourth));

        assertThat(history.ofTreatment(PLACE, Optional.empty(), 10)).containsExactly(first, second, third, fourth);
        assertThat(history.ofTreatment(PLACE, Optional.empty(), 2)).containsExactly(first, second);
        assertThat(history.ofTreatment(PLACE, Optional.of(second.id()), 1)).containsExactly(third);
        assertThat(history.ofTreatment(PLACE, Optional.of(third.id()), 2)).containsExactly(fourth);
        assertThat(history.ofTreatment(PLACE, Optional.of(fourth.id()), 2)).isEmpty();
    }

    private static Decision decision(Position position, int revision) {
        return new Decision(
                new Arrival.OfOutcome(position, NOON, "client", assessment("o-1", revision, "t-1", 365, SpasmGrade.E0)),
                new Verdict.Registered(Optional.empty()),
                NOON.plusSeconds(revision));
    }
}
