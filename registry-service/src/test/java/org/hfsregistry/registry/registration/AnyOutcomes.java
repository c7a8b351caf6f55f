package org.hfsregistry.registry.registration;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.fixture.Examples;
import org.hfsregistry.contract.outcome.EligibleCases;
import org.hfsregistry.contract.outcome.Outcome;
import org.hfsregistry.contract.outcome.Retraction;

/** Outcomes that meet often: few ids, few treatments, and everything that can go wrong between them. */
final class AnyOutcomes {

    private static final int LONGEST = 30;

    private AnyOutcomes() {}

    static Arbitrary<List<Outcome>> streams() {
        return Arbitraries.frequencyOf(Tuple.of(8, assessments()), Tuple.of(2, retractions()), Tuple.of(1, reports()))
                .list()
                .ofMaxSize(LONGEST);
    }

    private static Arbitrary<Outcome> assessments() {
        return Combinators.combine(
                        Arbitraries.of("h-01", "h-02"),
                        Arbitraries.of("a", "b", "c", "d"),
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.of("t1", "t1", "t1", "t2"),
                        Arbitraries.of(1, 1, 1, 2),
                        Arbitraries.of(0, 0, 0, 1),
                        Arbitraries.of(SpasmGrade.E0, SpasmGrade.E1))
                .as((hospital, id, revision, treatment, patient, day, grade) -> Examples.assessment(
                        hospital,
                        id,
                        revision,
                        treatment,
                        Examples.patient(patient),
                        Examples.TREATED.plusDays(day),
                        365,
                        grade));
    }

    private static Arbitrary<Outcome> retractions() {
        return Combinators.combine(
                        Arbitraries.of("h-01", "h-02"),
                        Arbitraries.of("r", "s", "a"),
                        Arbitraries.of(1, 1, 1, 2),
                        Arbitraries.of("a", "b", "c", "d", "r", "s"))
                .filter((_, id, _, retracts) -> !id.equals(retracts))
                .as((hospital, id, revision, retracts) -> new Retraction(id, revision, hospital, retracts, "mistaken"));
    }

    private static Arbitrary<Outcome> reports() {
        return Combinators.combine(
                        Arbitraries.of("h-01", "h-02"),
                        Arbitraries.of("a", "e"),
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.of(10, 20))
                .as((hospital, id, revision, count) -> new EligibleCases(
                        id, revision, hospital, EligibleCases.Treatment.MVD, LocalDate.EPOCH.getYear(), count));
    }
}
