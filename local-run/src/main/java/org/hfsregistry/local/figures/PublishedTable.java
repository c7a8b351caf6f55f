package org.hfsregistry.local.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hfsregistry.local.figures.PaperFigure.Comparison;
import org.hfsregistry.local.published.PublishedSeries;
import tools.jackson.databind.JsonNode;

/**
 * The papers' series as the registry counts them, and whether their own figures come back. Each hospital's numbers are
 * read with its own token, whole: what is held back from others is in the papers.
 */
public final class PublishedTable {

    /** How many of the papers' figures the registry has a statistic for; fewer is a question that was not answered. */
    private static final int COMPARED = 32;

    private final List<String> lines;
    private final List<Comparison> comparisons;

    private PublishedTable(List<String> lines, List<Comparison> comparisons) {
        this.lines = lines;
        this.comparisons = comparisons;
    }

    /**
     * Reads it.
     *
     * @param statistics of a hospital, by its id
     */
    public static PublishedTable read(Function<String, Statistics> statistics) {
        List<String> headings = new ArrayList<>(List.of("hospital", "success is"));
        headings.addAll(Cells.headings());
        TextTable table = new TextTable(2, headings);
        for (PublishedSeries series : PublishedSeries.all()) {
            table.add(row(series, statistics.apply(series.id())));
        }
        List<Comparison> comparisons = PaperFigures.all().stream()
                .map(figure -> figure.comparedWith(statistics.apply(figure.hospitalId())))
                .toList();
        return new PublishedTable(table.lines(), comparisons);
    }

    private static List<String> row(PublishedSeries series, Statistics statistics) {
        String hospital = series.id();
        String grades = hospital.equals("kondo-2012") ? "T0" : "E0";
        Optional<JsonNode> success = statistics.group("mvd-success?grades=" + grades, hospital);
        boolean operates =
                success.map(group -> group.path("operations").asInt() > 0).orElse(false);
        List<String> row = new ArrayList<>(List.of(hospital, operates ? grades + " at a year" : ""));
        row.addAll(Cells.of(
                success.filter(group -> operates),
                statistics.group("mvd-recurrence", hospital).filter(group -> series.hasRecurrence()),
                statistics.group("botox-relief", hospital)));
        return row;
    }

    /** The table, the papers' figures, and how many of them came back. */
    public List<String> lines() {
        TextTable papers = new TextTable(2, List.of("hospital", "figure of the paper", "paper", "registry", ""));
        comparisons.forEach(comparison -> papers.add(List.of(
                comparison.figure().hospitalId(),
                comparison.figure().name(),
                comparison.figure().printed().toPlainString(),
                comparison.value().stream()
                        .mapToObj(value -> String.format(Locale.ROOT, "%.7f", value))
                        .findFirst()
                        .orElse("-"),
                comparison.agrees() ? "agrees" : comparison.isAnswered() ? "DIFFERS" : "not answered")));
        return Stream.of(lines, List.of(""), papers.lines(), List.of("", account()))
                .flatMap(List::stream)
                .toList();
    }

    /** Whether all the figures that have to be compared were, and came back as printed. */
    public boolean agrees() {
        return answered() == COMPARED && agreeing() == COMPARED;
    }

    private long answered() {
        return comparisons.stream().filter(Comparison::isAnswered).count();
    }

    private long agreeing() {
        return comparisons.stream().filter(Comparison::agrees).count();
    }

    private String account() {
        long answered = answered();
        String notAnswered = answered == comparisons.size()
                ? ""
                : "; %d more have no statistic here yet".formatted(comparisons.size() - answered);
        return "%d of %d compared figures agree with the papers to the last printed digit%s"
                .formatted(agreeing(), answered, notAnswered);
    }
}
