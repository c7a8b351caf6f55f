package org.hfsregistry.analytics.statistic;

import java.time.LocalDate;
import java.time.Year;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.hfsregistry.analytics.population.Case;
import org.hfsregistry.analytics.question.Filter;
import org.hfsregistry.contract.clinical.OperationDescription;
import org.hfsregistry.contract.clinical.OperationDescription.Vessel;
import org.hfsregistry.contract.clinical.PatientDescription;
import org.hfsregistry.contract.clinical.PatientDescription.Etiology;
import org.hfsregistry.contract.clinical.PatientDescription.Sex;
import org.hfsregistry.contract.outcome.MvdOutcome;
import org.hfsregistry.contract.outcome.TreatmentOutcome;
import org.hfsregistry.contract.registered.Reported;
import org.hfsregistry.contract.registered.TreatmentDocument;
import org.jspecify.annotations.Nullable;

/** Filters on documents of operations, word by word. */
final class Filtered {
    private Filtered() {}

    /** Filters by a few things at once. */
    static Arbitrary<Filter> filters() {
        return Arbitraries.longs().map(seed -> {
            Random random = new Random(seed);
            int days = random.nextInt(700);
            return new Filter(
                    some(random, Case.DAY.plusDays(days)),
                    some(random, Case.DAY.plusDays(days + random.nextInt(700))),
                    some(random, Sex.values()[random.nextInt(Sex.values().length)]),
                    some(random, 30 + random.nextInt(20)),
                    some(random, 50 + random.nextInt(20)),
                    some(random, Etiology.values()[random.nextInt(Etiology.values().length)]),
                    some(random, Vessel.values()[random.nextInt(Vessel.values().length)]),
                    some(random, random.nextBoolean()),
                    Optional.empty());
        });
    }

    private static <T> Optional<T> some(Random random, T value) {
        return random.nextInt(4) == 0 ? Optional.of(value) : Optional.empty();
    }

    static boolean takesIn(Filter filter, TreatmentDocument operation) {
        Optional<LocalDate> day = operation.treatedOn();
        Optional<Integer> age = person(operation, PatientDescription::birthYear)
                .flatMap(born -> day.map(on -> Year.from(on).getValue() - born));
        List<Vessel> vessels = findings(operation, found -> found.vessels().isEmpty() ? null : found.vessels())
                .orElse(List.of());
        return filter.from()
                        .filter(from -> day.filter(from::isAfter).isPresent())
                        .isEmpty()
                && filter.to()
                        .filter(to -> day.filter(to::isBefore).isPresent())
                        .isEmpty()
                && isWanted(filter.sex(), person(operation, PatientDescription::sex))
                && isWanted(filter.etiology(), person(operation, PatientDescription::etiology))
                && isWanted(filter.repeatOperation(), findings(operation, OperationDescription::repeatOperation))
                && filter.vessel().filter(vessel -> !vessels.contains(vessel)).isEmpty()
                && filter.ageFrom()
                        .filter(youngest ->
                                age.filter(known -> known >= youngest).isEmpty())
                        .isEmpty()
                && filter.ageTo()
                        .filter(oldest -> age.filter(known -> known <= oldest).isEmpty())
                        .isEmpty();
    }

    private static <T> boolean isWanted(Optional<T> wanted, Optional<T> known) {
        return wanted.isEmpty() || wanted.equals(known);
    }

    private static <T> Optional<T> person(
            TreatmentDocument operation, Function<PatientDescription, @Nullable T> field) {
        return newest(operation, outcome -> outcome.patient() == null ? null : field.apply(outcome.patient()));
    }

    private static <T> Optional<T> findings(
            TreatmentDocument operation, Function<OperationDescription, @Nullable T> field) {
        return newest(operation, outcome -> outcome.operation() == null ? null : field.apply(outcome.operation()));
    }

    private static <T> Optional<T> newest(TreatmentDocument operation, Function<MvdOutcome, @Nullable T> field) {
        @Nullable T newest = null;
        for (Reported<TreatmentOutcome> reported : operation.outcomes().stream()
                .sorted(Comparator.comparing((Reported<TreatmentOutcome> it) -> it.submittedAt())
                        .thenComparing(it -> it.outcome().outcomeId()))
                .toList()) {
            if (reported.outcome() instanceof MvdOutcome outcome) {
                T said = field.apply(outcome);
                newest = said == null ? newest : said;
            }
        }
        return Optional.ofNullable(newest);
    }
}
