package org.hfsregistry.analytics.monitoring;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
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

    /** Something of an operation as a number. */
    private record Trait(String name, ToDoubleFunction<Operation> value) {
        private boolean varies(List<Operation> operations) {
            return operations.stream().mapToDouble(value).distinct().limit(2).count() > 1;
        }
    }

    /** As these operations tell; at least one. */
    static ExpectedRisk of(List<Operation> network) {
        boolean[] failed = new boolean[network.size()];
        int events = 0;
        for (int i = 0; i < failed.length; i++) {
            failed[i] = network.get(i).failed();
            events += failed[i] ? 1 : 0;
        }
        List<Trait> traits =
                traits(network).stream().filter(trait -> trait.varies(network)).toList();
        String why = "too-few-events";
        if (traits.isEmpty()) {
            why = "nothing-varies";
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
                new Trait("male", operation -> operation.male() ? 1 : 0),
                years("spasmYears", Operation::spasmYears, network),
                new Trait("repeatOperation", operation -> operation.repeated() ? 1 : 0),
                new Trait("vertebralArtery", operation -> operation.vertebralArtery() ? 1 : 0),
                new Trait("otherThanVascular", operation -> operation.otherThanVascular() ? 1 : 0));
    }

    /** Tens of years from the mean of those of whom it was said. */
    private static Trait years(String name, Function<Operation, OptionalInt> said, List<Operation> network) {
        OptionalDouble mean = network.stream()
                .map(said)
                .filter(OptionalInt::isPresent)
                .mapToInt(OptionalInt::getAsInt)
                .average();
        return new Trait(name, operation -> {
            OptionalInt years = said.apply(operation);
            return years.isPresent() ? (years.getAsInt() - mean.orElse(0)) / TEN_YEARS : 0;
        });
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
