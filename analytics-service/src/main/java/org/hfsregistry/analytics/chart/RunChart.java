package org.hfsregistry.analytics.chart;

import java.util.Collection;
import java.util.List;
import java.util.stream.DoubleStream;

/** A number that moves from case to case, in the order of the cases. */
public final class RunChart {
    private static final double RADIUS = 6;

    private RunChart() {}

    /**
     * Draws it from 0 on.
     *
     * @param values after each case
     * @param limits lines that it should keep below
     * @param marked the places of cases that stand out, counted from 1
     */
    public static String of(
            ChartWords words, List<Double> values, Collection<Double> limits, Collection<Integer> marked) {
        Frame frame = Frame.ofNumbers(
                values.size(),
                all(values, limits).min().orElse(0),
                all(values, limits).max().orElse(0));
        Svg svg = Svg.picture(words, "run", Frame.WIDTH, Frame.HEIGHT);
        frame.drawForCounts(svg, words);
        svg.line("axis", frame.x(0), frame.y(0), frame.x(values.size()), frame.y(0));
        limits.forEach(
                limit -> svg.line("limit outer", frame.x(0), frame.y(limit), frame.x(values.size()), frame.y(limit)));
        svg.empty("path", "class", "line s1", "d", line(frame, values));
        marked.forEach(place -> svg.empty(
                "circle", "class", "dot s2", "cx", frame.x(place), "cy", frame.y(values.get(place - 1)), "r", RADIUS));
        return svg.end();
    }

    /** The axis has 0 and 1 also where no number comes near them. */
    private static DoubleStream all(List<Double> values, Collection<Double> limits) {
        return DoubleStream.concat(
                DoubleStream.of(0, 1),
                DoubleStream.concat(
                        values.stream().mapToDouble(Double::doubleValue),
                        limits.stream().mapToDouble(Double::doubleValue)));
    }

    private static String line(Frame frame, List<Double> values) {
        StringBuilder path = new StringBuilder(StepChart.at('M', frame.x(0), frame.y(0)));
        for (int i = 0; i < values.size(); i++) {
            path.append(StepChart.at('L', frame.x(i + 1), frame.y(values.get(i))));
        }
        return path.toString();
    }
}
