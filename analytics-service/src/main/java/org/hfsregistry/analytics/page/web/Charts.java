package org.hfsregistry.analytics.page.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hfsregistry.analytics.chart.ChartWords;
import org.hfsregistry.analytics.chart.FunnelChart;
import org.hfsregistry.analytics.chart.IntervalChart;
import org.hfsregistry.analytics.chart.RunChart;
import org.hfsregistry.analytics.chart.StepChart;
import org.hfsregistry.analytics.page.Hospital;
import org.hfsregistry.analytics.page.Monitored;
import org.hfsregistry.analytics.page.Page.Comparison;
import org.hfsregistry.analytics.page.Page.Entry;
import org.hfsregistry.analytics.page.Page.Listing;
import org.hfsregistry.analytics.page.Success.Limit;
import org.hfsregistry.analytics.page.figure.Curve;
import org.hfsregistry.analytics.page.figure.Figure;
import org.hfsregistry.analytics.page.figure.Figure.Ends;

/** Draws what a page tells in numbers; for templates, so its methods are public. */
final class Charts {
    private static final String INSIDE = "inside";

    private final Say say;

    Charts(Say say) {
        this.say = say;
    }

    /** A part to whom something has happened by a day, which begins with nobody. */
    public String incidence(String id, Curve... curves) {
        return steps(id, 0, curves);
    }

    /** A part who still has something, which begins with everybody. */
    public String survival(String id, Curve... curves) {
        return steps(id, 1, curves);
    }

    private String steps(String id, double start, Curve... curves) {
        List<StepChart.Series> series = Stream.of(curves)
                .filter(Curve::isShown)
                .map(curve -> series(start, curve))
                .toList();
        String ends = series.stream()
                .map(each -> say.word(
                        "chart.ends",
                        say.number(each.lastDay()),
                        say.percent(each.points().getLast().share())))
                .reduce("", (before, end) -> before + " " + end);
        return StepChart.of(words(id, say.word("chart.days"), ends.strip()), series);
    }

    private static StepChart.Series series(double start, Curve curve) {
        return new StepChart.Series(
                start,
                curve.steps().stream()
                        .map(step -> new StepChart.Point(
                                step.day(),
                                step.value(),
                                lower(step.interval()).orElse(step.value()),
                                upper(step.interval()).orElse(step.value())))
                        .toList(),
                (int) curve.followedUpTo().number());
    }

    private static Optional<Double> lower(Optional<Ends> ends) {
        return ends.flatMap(Ends::lower);
    }

    private static Optional<Double> upper(Optional<Ends> ends) {
        return ends.flatMap(Ends::upper);
    }

    /** Success of every hospital of which it is shown, between the limits of chance. */
    public String funnel(Listing listing) {
        List<FunnelChart.Point> points = listing.entries().stream()
                .filter(entry -> entry.success().rate().isShown())
                .map(this::point)
                .toList();
        return FunnelChart.of(
                words("funnel", say.word("chart.operations"), say.word("chart.funnel.text", points.size())),
                listing.network().rate().number(),
                listing.network().limits().stream().map(Charts::limits).toList(),
                points);
    }

    private FunnelChart.Point point(Entry entry) {
        return new FunnelChart.Point(
                (int) entry.success().assessed().number(),
                entry.success().rate().number(),
                say.word(
                        "chart.funnel.point",
                        entry.hospital().name(),
                        say.number(entry.success().assessed().number()),
                        say.percent(entry.success().rate().number()),
                        entry.success()
                                .position()
                                .map(position -> say.code("position", position))
                                .orElse("")),
                "/hospitals/" + entry.hospital().id(),
                !entry.success().position().orElse(INSIDE).equals(INSIDE));
    }

    private static FunnelChart.Limits limits(Limit limit) {
        return new FunnelChart.Limits(
                limit.cases(),
                lower(limit.inner()).orElse(0.0),
                upper(limit.inner()).orElse(1.0),
                lower(limit.outer()).orElse(0.0),
                upper(limit.outer()).orElse(1.0));
    }

    /** Success of hospitals side by side. */
    public String success(Comparison comparison) {
        List<IntervalChart.Row> rows = new ArrayList<>();
        comparison
                .hospitals()
                .forEach(each ->
                        row(each.hospital(), each.numbers().success().rate()).ifPresent(rows::add));
        Figure network = comparison.network().success().rate();
        String text = rows.stream()
                .map(row -> say.word("chart.row", row.label(), say.percent(row.rate())))
                .reduce("", (before, row) -> before + " " + row);
        return IntervalChart.of(
                words("success", "", text.strip()),
                rows,
                network.value().stream().toList());
    }

    /** The CUSUM after each operation, its limit, and where it signalled. */
    public String cusum(Monitored monitored) {
        List<Double> values =
                monitored.series().stream().map(Monitored.Point::cusum).toList();
        String text = say.word(
                "chart.cusum.text",
                monitored.series().size(),
                say.number(values.getLast()),
                say.number(monitored.limit().orElseThrow()),
                monitored.signals().size());
        return RunChart.of(
                run("cusum", text),
                values,
                monitored.limit().stream().toList(),
                monitored.signals().stream().map(Monitored.Point::number).toList());
    }

    /** Failures that were to be expected less those that were seen, after each operation. */
    public String vlad(Monitored monitored) {
        List<Double> values =
                monitored.series().stream().map(Monitored.Point::vlad).toList();
        String text = say.word("chart.vlad.text", monitored.series().size(), say.number(values.getLast()));
        return RunChart.of(run("vlad", text), values, List.of(), List.of());
    }

    private ChartWords run(String id, String description) {
        return new ChartWords(
                "chart-" + id,
                say.word("chart." + id),
                description,
                say.word("chart.operations"),
                say::number,
                say::number);
    }

    private static Optional<IntervalChart.Row> row(Hospital hospital, Figure rate) {
        return rate.value()
                .map(value -> new IntervalChart.Row(
                        hospital.name(),
                        value,
                        lower(rate.interval()).orElse(value),
                        upper(rate.interval()).orElse(value)));
    }

    private ChartWords words(String id, String across, String description) {
        return new ChartWords(
                "chart-" + id, say.word("chart." + id), description, across, say::number, say::roundPercent);
    }
}
