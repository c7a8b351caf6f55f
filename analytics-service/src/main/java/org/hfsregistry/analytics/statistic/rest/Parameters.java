package org.hfsregistry.analytics.statistic.rest;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hfsregistry.analytics.question.Asked;
import org.hfsregistry.analytics.question.Asked.By;
import org.hfsregistry.analytics.question.Filter;
import org.hfsregistry.analytics.question.Trait;
import org.hfsregistry.contract.clinical.Code;
import org.hfsregistry.contract.clinical.OperationDescription.Vessel;
import org.hfsregistry.contract.clinical.PatientDescription.Etiology;
import org.hfsregistry.contract.clinical.PatientDescription.Sex;
import org.hfsregistry.contract.outcome.BotoxRelief.Product;
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
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,9}");

    private final Map<String, List<String>> given;

    /**
     * Refuses what is not among the known.
     *
     * @param others parameters by which the same path is answered by another; named where one is refused
     */
    Parameters(Map<String, List<String>> given, List<String> known, String... others) {
        for (String name : given.keySet()) {
            if (!known.contains(name)) {
                throw WrongParameter.unknown(
                        name, Stream.concat(known.stream(), Stream.of(others)).toList());
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

    /** What groups are; hospitals where nothing is said. */
    By by(List<By> choices) {
        By by = one(
                "by",
                By.HOSPITAL,
                "one of " + String.join(", ", codes(choices)),
                text -> choices.stream()
                        .filter(choice -> choice.code().equals(text))
                        .findFirst());
        int hospitals = given.getOrDefault("hospital", List.of()).size();
        if (by == By.NETWORK && hospitals > 0) {
            throw WrongParameter.value("by", "hospital where hospitals are named: the network is all of them");
        }
        if (by.trait() != Trait.NONE && hospitals > 1) {
            throw WrongParameter.value(
                    "by", "hospital where several are named: other groups are of one hospital, or of the network");
        }
        return by;
    }

    private static List<String> codes(List<By> choices) {
        return choices.stream().map(By::code).toList();
    }

    /** Which treatments count. */
    Filter filter() {
        Filter filter = new Filter(
                some("from", "a day such as 2024-01-01", Parameters::day),
                some("to", "a day such as 2024-12-31", Parameters::day),
                code("sex", Sex.values()),
                some("ageFrom", "whole years", Parameters::whole),
                some("ageTo", "whole years", Parameters::whole),
                code("etiology", Etiology.values()),
                code("vessel", Vessel.values()),
                some("repeatOperation", "true or false", Parameters::flag),
                code("product", Product.values()));
        if (filter.from().isPresent()
                && filter.to().filter(filter.from().get()::isAfter).isPresent()) {
            throw WrongParameter.value("to", "a day that is not before from");
        }
        if (filter.ageFrom().isPresent()
                && filter.ageTo().filter(age -> age < filter.ageFrom().get()).isPresent()) {
            throw WrongParameter.value("ageTo", "an age that is not below ageFrom");
        }
        return filter;
    }

    private <C extends Code> Optional<C> code(String name, C[] codes) {
        String choices = Arrays.stream(codes).map(Code::code).collect(Collectors.joining(", "));
        return some(
                name,
                "one of " + choices,
                text -> Arrays.stream(codes)
                        .filter(code -> code.code().equals(text))
                        .findFirst());
    }

    /** The one value of a parameter; none where it is not given. */
    private <T> Optional<T> some(String name, String choices, Function<String, Optional<T>> reading) {
        List<String> values = given.getOrDefault(name, List.of());
        if (values.isEmpty()) {
            return Optional.empty();
        }
        Optional<T> read = values.size() == 1 ? reading.apply(values.getFirst()) : Optional.empty();
        return Optional.of(read.orElseThrow(() -> WrongParameter.value(name, choices)));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(text).filter(DAY.asMatchPredicate()).map(LocalDate::parse);
        } catch (DateTimeParseException noSuchDay) {
            return Optional.empty();
        }
    }

    private static Optional<Boolean> flag(String text) {
        return switch (text) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    /** The one value of a parameter; the usual one where it is not given. */
    <T> T one(String name, T usual, String choices, Function<String, Optional<T>> reading) {
        return some(name, choices, reading).orElse(usual);
    }

    /** A whole number, written in digits and nothing else. */
    static Optional<Integer> whole(String text) {
        return Optional.of(text).filter(WHOLE.asMatchPredicate()).map(Integer::valueOf);
    }
}
