package org.hfsregistry.analytics.statistic.rest;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.hfsregistry.analytics.statistic.Asked;
import org.hfsregistry.contract.outcome.Outcome;

/**
 * The parameters of a request. It exists so that none is overlooked: one that is not known to the statistic is refused, as
 * an ignored filter would make a number that is of something else than was asked.
 */
final class Parameters {
    private static final double LOWEST_LEVEL = 0.5;
    private static final double HIGHEST_LEVEL = 0.999;
    private static final int LEVEL_DECIMALS = 3;
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,30})?");
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,9}");

    private final Map<String, List<String>> given;

    /** Refuses what is not among the known. */
    Parameters(Map<String, List<String>> given, List<String> known) {
        for (String name : given.keySet()) {
            if (!known.contains(name)) {
                throw WrongParameter.unknown(name, known);
            }
        }
        this.given = given;
    }

    Set<String> hospitals() {
        Set<String> hospitals = new TreeSet<>(given.getOrDefault("hospital", List.of()));
        if (!hospitals.stream().allMatch(Outcome.HOSPITAL_ID.asMatchPredicate())) {
            throw WrongParameter.value("hospital", "a hospitalId: 1 to 32 letters, digits or . _ -");
        }
        return hospitals;
    }

    /** Rounded, as a level of many digits would only be a new question each time. */
    double level() {
        return one(
                "level",
                Asked.USUAL_LEVEL,
                "a number from " + LOWEST_LEVEL + " to " + HIGHEST_LEVEL,
                text -> Optional.of(text)
                        .filter(DECIMAL.asMatchPredicate())
                        .map(decimal -> new BigDecimal(decimal)
                                .setScale(LEVEL_DECIMALS, RoundingMode.HALF_UP)
                                .doubleValue())
                        .filter(level -> level >= LOWEST_LEVEL && level <= HIGHEST_LEVEL));
    }

    Asked.By by() {
        Asked.By by = one("by", Asked.By.HOSPITAL, "hospital or network", text -> switch (text) {
            case "hospital" -> Optional.of(Asked.By.HOSPITAL);
            case "network" -> Optional.of(Asked.By.NETWORK);
            default -> Optional.empty();
        });
        if (by == Asked.By.NETWORK && given.containsKey("hospital")) {
            throw WrongParameter.value("by", "hospital where hospitals are named: the network is all of them");
        }
        return by;
    }

    /** The one value of a parameter; the usual one where it is not given. */
    <T> T one(String name, T usual, String choices, Function<String, Optional<T>> reading) {
        List<String> values = given.getOrDefault(name, List.of());
        if (values.isEmpty()) {
            return usual;
        }
        return Optional.of(values)
                .filter(list -> list.size() == 1)
                .flatMap(list -> reading.apply(list.getFirst()))
                .orElseThrow(() -> WrongParameter.value(name, choices));
    }

    /** A whole number, written in digits and nothing else. */
    static Optional<Integer> whole(String text) {
        return Optional.of(text).filter(WHOLE.asMatchPredicate()).map(Integer::valueOf);
    }
}
