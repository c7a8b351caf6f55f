package org.hfsregistry.registry.registration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.hfsregistry.contract.fixture.Examples;
import org.hfsregistry.contract.outcome.Outcome;
import org.hfsregistry.contract.pseudonym.PatientPseudonym;

/** Merges of few patients in any order, with undoings and erasures, among any outcomes. */
final class AnyMerges {

    private AnyMerges() {}

    /** What is merged and parted, and now and then who is erased, before which of the outcomes. */
    static Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 30),
                        Arbitraries.of("h-01", "h-01", "h-02"),
                        Arbitraries.of(What.MERGE, What.MERGE, What.UNDO, What.UNDO, What.ERASE),
                        Arbitraries.of(1, 1, 2, 3),
                        Arbitraries.of(2, 2, 1, 3))
                .as(Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    enum What {
        MERGE,
        UNDO,
        ERASE
    }

    record Step(int before, String hospitalId, What what, int stays, int goes) {}

    static Log log(List<Outcome> stream, List<Step> steps) {
        List<Step> inOrder = new ArrayList<>(steps);
        inOrder.sort(Comparator.comparingInt(Step::before));
        Log log = new Log();
        for (int at = 0; at <= stream.size(); at++) {
            while (!inOrder.isEmpty() && (inOrder.getFirst().before() <= at || at == stream.size())) {
                add(log, inOrder.removeFirst());
            }
            if (at < stream.size()) {
                log.add(stream.get(at));
            }
        }
        return log;
    }

    private static void add(Log log, Step step) {
        PatientPseudonym stays = Examples.patient(step.stays());
        PatientPseudonym goes = Examples.patient(step.goes());
        switch (step.what()) {
            case MERGE -> log.addMerge(step.hospitalId(), stays, goes);
            case UNDO -> log.addUndoing(step.hospitalId(), stays, goes);
            case ERASE -> log.addErasure(step.hospitalId(), stays);
        }
    }
}
