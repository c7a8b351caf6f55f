package org.hfsregistry.registry.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hfsregistry.contract.fixture.Examples.HOSPITAL;
import static org.hfsregistry.contract.fixture.Examples.NOON;
import static org.hfsregistry.contract.fixture.Examples.TREATED;
import static org.hfsregistry.contract.fixture.Examples.assessment;
import static org.hfsregistry.contract.fixture.Examples.patient;
import static org.hfsregistry.contract.fixture.Examples.retraction;

import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.outcome.Outcome;
import org.hfsregistry.contract.pseudonym.PatientPseudonym;
import org.hfsregistry.contract.registered.Position;
import org.hfsregistry.registry.arrival.Arrival;
import org.hfsregistry.registry.arrival.Verdict;
import org.hfsregistry.registry.history.Decision;
import org.hfsregistry.registry.history.History;
import org.hfsregistry.registry.history.Trace;
import org.hfsregistry.registry.history.Traces;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TracesIT {

    private static final int PARTITION = 3;
    private static final int OF_OTHERS = 200;

    private final List<Decision> decisions = new ArrayList<>();

    @RegisterExtension
    private final Store store = new Store();

    @BeforeEach
    void fill() {
        add(of(HOSPITAL, "o-1", patient(1)));
        add(of("h-99", "o-1", patient(1)));
        add(retraction("o-2", "o-1"));
        merge(patient(2), patient(1));
        merge(patient(1), patient(3));
        merge(patient(4), patient(5));
        for (int other = 0; other < OF_OTHERS; other++) {
            add(of(HOSPITAL, "o-of-" + other, patient(6)));
        }
        store.get(History.class).add(decisions);
    }

    @Test
    void what_is_of_patients_and_what_retracts_is_found_and_nothing_else() {
        assertThat(offsets(patient(1))).containsExactlyInAnyOrder(0L, 2L, 3L, 4L);
        assertThat(offsets(patient(5))).containsExactlyInAnyOrder(2L, 5L);
        assertThat(offsets(patient(1), patient(5))).containsExactlyInAnyOrder(0L, 2L, 3L, 4L, 5L);

        store.get(Traces.class).redact(List.of(position(0), position(2), position(3)), position(999));
        assertThat(offsets(patient(1))).containsExactlyInAnyOrder(2L, 4L);
    }

    @Test
    void of_a_long_history_only_these_are_looked_at() {
        List<Long> found = offsets(patient(1));

        QueryPlans plans = store.get(QueryPlans.class);
        assertThat(plans.indexes("history"))
                .contains(
                        List.of("hospitalId", "outcome.patientId"),
                        List.of("hospitalId", "staying"),
                        List.of("hospitalId", "merged"),
                        List.of("hospitalId", "outcome.retracts"),
                        List.of("hospitalId", "retracts"));
        plans.examined(store.get(MongoDatabase.class))
                .ifPresent(examined -> assertThat(examined).isEqualTo(found.size()));
    }

    private List<Long> offsets(PatientPseudonym... patients) {
        try (Stream<Trace> found = store.get(Traces.class).of(HOSPITAL, Set.of(patients))) {
            return found.map(trace -> trace.position().offset()).toList();
        }
    }

    private static Outcome of(String hospitalId, String outcomeId, PatientPseudonym patient) {
        return assessment(hospitalId, outcomeId, 1, "t-" + outcomeId, patient, TREATED, 365, SpasmGrade.E0);
    }

    private Position position(long offset) {
        return new Position(PARTITION, offset);
    }

    private void add(Outcome outcome) {
        decisions.add(new Decision(
                new Arrival.OfOutcome(position(decisions.size()), NOON, "client", outcome),
                new Verdict.Registered(Optional.empty()),
                NOON));
    }

    private void merge(PatientPseudonym staying, PatientPseudonym merged) {
        decisions.add(new Decision(
                new Arrival.OfMerge(position(decisions.size()), NOON, "client", HOSPITAL, staying, merged, false),
                new Verdict.Merged(List.of()),
                NOON));
    }
}
