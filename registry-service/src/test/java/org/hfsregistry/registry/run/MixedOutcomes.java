package org.hfsregistry.registry.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.fixture.Examples;
import org.hfsregistry.contract.outcome.EligibleCases;
import org.hfsregistry.contract.outcome.Outcome;
import org.hfsregistry.contract.outcome.Retraction;

/**
 * Assessments, corrections, moves, conflicts, contradictions, retractions and reports, of a few hundred treatments. Their hospitals are
 * one for each partition, so that whoever follows a partition has something to take in.
 */
final class MixedOutcomes {

    private static final List<String> HOSPITALS = IntStream.range(0, Surroundings.PARTITIONS)
            .mapToObj(MixedOutcomes::hospitalOf)
            .toList();
    private static final long SEED = 20250301;

    private MixedOutcomes() {}

    private static String hospitalOf(int partition) {
        return Stream.iterate(0, number -> number + 1)
                .map(number -> "h-" + number)
                .filter(hospital -> Surroundings.partition(hospital) == partition)
                .findFirst()
                .orElseThrow();
    }

    /** So many, in an order that is always the same. */
    static List<Outcome> of(int outcomes) {
        Random random = new Random(SEED);
        List<Outcome> stream = new ArrayList<>();
        for (int number = 0; number < outcomes; number++) {
            String hospital = HOSPITALS.get(random.nextInt(HOSPITALS.size()));
            int treatment = random.nextInt(60);
            String outcome = "o-" + (treatment * 3 + random.nextInt(3));
            stream.add(
                    switch (random.nextInt(25)) {
                        case 0 -> new Retraction("r-" + number, 1, hospital, outcome, "entered twice");
                        case 1 ->
                            new EligibleCases(
                                    "e-" + treatment % 5,
                                    1 + random.nextInt(4),
                                    hospital,
                                    EligibleCases.Treatment.MVD,
                                    2020 + treatment % 5,
                                    treatment);
                        default ->
                            Examples.assessment(
                                    hospital,
                                    outcome,
                                    1 + random.nextInt(4),
                                    "t-" + (random.nextInt(20) == 0 ? treatment + 1 : treatment),
                                    Examples.patient(treatment % 50),
                                    Examples.TREATED.plusDays(treatment % 7),
                                    300 + random.nextInt(2),
                                    random.nextBoolean() ? SpasmGrade.E0 : SpasmGrade.E1);
                    });
        }
        return stream;
    }
}
