package org.hfsregistry.local.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hfsregistry.local.published.PublishedSeries;
import tools.jackson.databind.JsonNode;

/**
 * The figures of the papers that the registry has a statistic for. The day of discharge (repeat-2018) is in none.
 *
 * @param series of one paper
 */
record PaperFigures(PublishedSeries series) {

    private static final int DAYS_OF_A_WEEK = 7;

    static List<PaperFigure> all() {
        return PublishedSeries.all().stream()
                .flatMap(series -> new PaperFigures(series).figures())
                .flatMap(List::stream)
                .toList();
    }

    private Stream<List<PaperFigure>> figures() {
        return switch (series.id()) {
            case "baldauf-2019" ->
                Stream.of(
                        rate("rateE0", success("E0")),
                        interval("wilsonE0", success("E0")),
                        rate("rateE0orE1", success("E0,E1")),
                        expected("completeness", success("E0"), at("/completeness")));
            case "kondo-2012" ->
                Stream.of(
                        rate("rateT0", success("T0")),
                        interval("wilsonT0", success("T0")),
                        rate("rateT0orT1", success("T0,T1")));
            case "delayed-2024" ->
                Stream.of(
                        rate("rateAtLast", success("E0")),
                        rate("recurrence", "mvd-recurrence"),
                        interval("wilsonRecurrence", "mvd-recurrence"));
            case "timing-2022" -> Stream.of(cumulative());
            case "auger-1986" ->
                Stream.of(
                        rate("rate", success("E0")),
                        interval("wilson", success("E0")),
                        interval("deafWilson", "mvd-complications", "/complications/deafness/permanent"));
            case "repeat-2018" -> Stream.of(rate("rateLate", success("E0")), interval("wilsonLate", success("E0")));
            case "bentivoglio-2009" -> Stream.of(relief("onabotulinum"), relief("abobotulinum"));
            case "sorgun-2015" ->
                Stream.of(List.of(figure(
                        "meanReliefWeeks",
                        "/botox/any/meanReliefWeeks",
                        "botox-relief",
                        at("/meanDays", days -> days / DAYS_OF_A_WEEK))));
            default -> Stream.empty();
        };
    }

    private static String success(String grades) {
        return "mvd-success?grades=" + grades;
    }

    private List<PaperFigure> rate(String name, String query) {
        return expected(name, query, at("/rate"));
    }

    private List<PaperFigure> interval(String name, String query) {
        return interval(name, query, "");
    }

    private List<PaperFigure> interval(String name, String query, String of) {
        String printed = "/expected/" + name;
        return List.of(
                figure(name + " lower", printed + "/0", query, at(of + "/interval/lower")),
                figure(name + " upper", printed + "/1", query, at(of + "/interval/upper")));
    }

    private List<PaperFigure> expected(String name, String query, Function<JsonNode, OptionalDouble> reading) {
        return List.of(figure(name, "/expected/" + name, query, reading));
    }

    /** The incidence of relief on the last day of each class. */
    private List<PaperFigure> cumulative() {
        List<PaperFigure> figures = new ArrayList<>();
        for (JsonNode day : series.facts().at("/replay/firstFreeOnDay").values()) {
            figures.add(figure(
                    "free by day " + day.asInt(),
                    "/expected/cumulative/" + figures.size(),
                    "mvd-time-to-relief",
                    group -> group.path("curve").values().stream()
                            .filter(point -> point.path("day").asInt() <= day.asInt())
                            .mapToDouble(point -> point.path("incidence").asDouble())
                            .max()));
        }
        return figures;
    }

    private List<PaperFigure> relief(String product) {
        String query = "botox-relief?product=" + product;
        String paper = "/botox/" + product;
        return List.of(
                figure(product + " meanReliefDays", paper + "/meanReliefDays", query, at("/meanDays")),
                figure(
                        product + " failureRate",
                        paper + "/failureRate",
                        query,
                        at("/responseRate", responded -> 1 - responded)));
    }

    private PaperFigure figure(String name, String printed, String query, Function<JsonNode, OptionalDouble> reading) {
        return new PaperFigure(series.id(), name, series.facts().at(printed).decimalValue(), query, reading);
    }

    private static Function<JsonNode, OptionalDouble> at(String path) {
        return at(path, DoubleUnaryOperator.identity());
    }

    private static Function<JsonNode, OptionalDouble> at(String path, DoubleUnaryOperator then) {
        return group -> {
            JsonNode value = group.at(path);
            return value.isNumber() ? OptionalDouble.of(then.applyAsDouble(value.asDouble())) : OptionalDouble.empty();
        };
    }
}
