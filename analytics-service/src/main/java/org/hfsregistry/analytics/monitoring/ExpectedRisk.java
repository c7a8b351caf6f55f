package org.hfsregistry.analytics.monitoring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import org.hfsregistry.statistics.casemix.EventsPerParameter;
import org.hfsregistry.statistics.casemix.LogisticRegression;
import org.hfsregistry.statistics.casemix.NotFitted;
import org.hfsregistry.statistics.casemix.RiskModel;

/**
 * The risk that an operation fails, as the network's operations tell: by case mix where there are events enough, else the
 * network's plain rate for all. What was not said of an operation counts as the network's mean, or as no.
 *
 * <p>A risk is rounded to thousandths, for the charts too: one of fifteen digits would give away the counts of others that it
 * was fitted to.
 */
final class ExpectedRisk {
    private static final double THOUSANDTHS = 1000;
    private static final double HUNDREDTHS = 100;
    private static final double TEN_YEARS = 10;
    private static final int CELLS = 4;

    private final List<Trait> traits;
    private final Optional<RiskModel> model;
    private final String why;
    private final int cases;
    private final int events;

    private ExpectedRisk(List<Trait> traits, Optional<RiskModel> model, String why, int cases, int events) {
        this.traits = traits;
        this.model = model;
        this.why = why;
        this.cases = cases;
        this.events = events;
    }

    /**
     * Something of an operation as a number.
     *
     * @param kind which operations are told apart by it, each kind by a number
     */
    private record Trait(String name, ToDoubleFunction<Operation> value, ToIntFunction<Operation> kind) {

        private static Trait of(String name, Predicate<Operation> has) {
            return new Trait(name, operation -> has.test(operation) ? 1 : 0, operation -> has.test(operation) ? 1 : 0);
        }

        /**
         * Whether of each kind many failed and many did not, also of those of all hospitals but any one, which knows its own: a
         * risk would tell of few.
         */
        private boolean isOfMany(List<Operation> operations, int k) {
            Map<List<Integer>, Integer> all = new HashMap<>();
            Map<String, Map<List<Integer>, Integer>> byHospital = new HashMap<>();
            for (Operation operation : operations) {
                List<Integer> cell = List.of(kind.applyAsInt(operation), operation.failed() ? 1 : 0);
                all.merge(cell, 1, Integer::sum);
                byHospital
                        .computeIfAbsent(operation.hospital(), first -> new HashMap<>())
                        .merge(cell, 1, Integer::sum);
            }
            return all.size() == CELLS
                    && all.entrySet().stream()
                            .allMatch(cell -> byHospital.values().stream()
                                    .allMatch(own -> cell.getValue() - own.getOrDefault(cell.getKey(), 0) >= k));
        }
    }

    /**
     * As these operations tell; at least one.
     *
     * @param k how many people a shown number stands for
     */
    static ExpectedRisk of(List<Operation> network, int k) {
        boolean[] failed = new boolean[network.size()];
        int events = 0;
        for (int i = 0; i < failed.length; i++) {
            failed[i] = network.get(i).failed();
            events += failed[i] ? 1 : 0;
        }
        List<Trait> traits = traits(network).stream()
                .filter(trait -> trait.isOfMany(network, k))
                .toList();
        String why = "too-few-events";
        if (traits.isEmpty()) {
            why = "no-parameter";
        } else if (EventsPerParameter.of(failed, traits.size()).enough()) {
            double[][] rows =
                    network.stream().map(operation -> row(traits, operation)).toArray(double[][]::new);
            switch (LogisticRegression.fit(rows, failed)) {
                case RiskModel model -> {
                    return new ExpectedRisk(traits, Optional.of(model), "", failed.length, events);
                }
                case NotFitted none ->
                    why = none.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
            }
        }
        return new ExpectedRisk(traits, Optional.empty(), why, failed.length, events);
    }

    private static List<Trait> traits(List<Operation> network) {
        return List.of(
                years("age", Operation::age, network),
                Trait.of("male", Operation::male),
                years("spasmYears", Operation::spasmYears, network),
                Trait.of("repeatOperation", Operation::repeated),
                Trait.of("vertebralArtery", Operation::vertebralArtery),
                Trait.of("otherThanVascular", Operation::otherThanVascular));
    }

    /** Tens of years from the mean of those of whom it was said; they fall into those below it and the others. */
    private static Trait years(String name, Function<Operation, OptionalInt> said, List<Operation> network) {
        double mean = network.stream()
                .map(said)
                .filter(OptionalInt::isPresent)
                .mapToInt(OptionalInt::getAsInt)
                .average()
                .orElse(0);
        ToDoubleFunction<Operation> value = operation -> said.apply(operation).stream()
                .mapToDouble(years -> (years - mean) / TEN_YEARS)
                .sum();
        return new Trait(name, value, operation -> value.applyAsDouble(operation) < 0 ? 0 : 1);
    }

    private static double[] row(List<Trait> traits, Operation operation) {
        return traits.stream()
                .mapToDouble(trait -> trait.value().applyAsDouble(operation))
                .toArray();
    }

    /** Of an operation, from 0 to 1, in thousandths. */
    double of(Operation operation) {
        double risk = model.map(fitted -> fitted.risk(row(traits, operation))).orElse((double) events / cases);
        return Math.round(risk * THOUSANDTHS) / THOUSANDTHS;
    }

    /** How it was found. */
    Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("kind", model.isPresent() ? "case-mix" : "network-rate");
        fields.put("cases", cases);
        fields.put("failures", events);
        List<String> parameters = new ArrayList<>();
        Map<String, Object> oddsRatios = new LinkedHashMap<>();
        for (int i = 0; i < traits.size(); i++) {
            String name = traits.get(i).name();
            int column = i + 1;
            parameters.add(name);
            model.ifPresent(fitted -> oddsRatios.put(
                    name, Math.round(Math.exp(fitted.coefficients()[column]) * HUNDREDTHS) / HUNDREDTHS));
        }
        fields.put("parameters", parameters);
        if (model.isPresent()) {
            fields.put("oddsRatios", oddsRatios);
        } else {
            fields.put("why", why);
        }
        return fields;
    }
}
