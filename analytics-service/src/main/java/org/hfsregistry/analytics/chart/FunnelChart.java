package org.hfsregistry.analytics.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Rates by how many cases they are of, between the limits that chance alone keeps nearly all within. */
public final class FunnelChart {
    private static final double ROOM = 1.06;
    private static final double TENTH = 10;
    private static final double RADIUS = 6;

    /**
     * A hospital, which is a link to its page.
     *
     * @param label all that is told of it, for who does not see where it stands
     * @param outside whether it lies outside the limits
     */
    public record Point(int cases, double rate, String label, String address, boolean outside) {}

    /** The limits at a number of cases, inner (95%) and outer (99.8%). */
    public record Limits(int cases, double lower, double upper, double outerLower, double outerUpper) {}

    private FunnelChart() {}

    /** Draws it around a target. */
    public static String of(ChartWords words, double target, List<Limits> limits, List<Point> points) {
        int most = points.stream().mapToInt(Point::cases).max().orElse(1);
        double least = points.stream().mapToDouble(Point::rate).min().orElse(target);
        double lowest = Math.max(0, Math.floor(Math.min(least, target) * TENTH - 1) / TENTH);
        Frame frame = Frame.ofShares(most * ROOM, lowest);
        Svg svg = Svg.group(words, "funnel", Frame.WIDTH, Frame.HEIGHT);
        frame.drawForCounts(svg, words);
        List<Limits> drawn = upTo(limits, most * ROOM);
        svg.empty("path", "class", "limit outer", "d", path(frame, drawn, Limits::outerLower));
        svg.empty("path", "class", "limit outer", "d", path(frame, drawn, Limits::outerUpper));
        svg.empty("path", "class", "limit", "d", path(frame, drawn, Limits::lower));
        svg.empty("path", "class", "limit", "d", path(frame, drawn, Limits::upper));
        svg.line("target", frame.x(0), frame.y(target), frame.x(most * ROOM), frame.y(target));
        points.stream().sorted(Comparator.comparingInt(Point::cases)).forEach(point -> draw(svg, frame, point));
        return svg.end();
    }

    private static void draw(Svg svg, Frame frame, Point point) {
        String kind = point.outside() ? "point outside" : "point";
        double x = frame.x(point.cases());
        double y = frame.y(point.rate());
        svg.open("a", "class", kind, "href", point.address(), "aria-label", point.label())
                .open("title")
                .say(point.label())
                .close("title");
        if (point.outside()) {
            svg.empty("rect", "x", x - RADIUS, "y", y - RADIUS, "width", 2 * RADIUS, "height", 2 * RADIUS);
        } else {
            svg.empty("circle", "cx", x, "cy", y, "r", RADIUS);
        }
        svg.close("a");
    }

    /** Those within the drawing, and what lies between the last of them and the next at its edge. */
    private static List<Limits> upTo(List<Limits> limits, double most) {
        List<Limits> drawn = new ArrayList<>(
                limits.stream().filter(limit -> limit.cases() <= most).toList());
        if (!drawn.isEmpty() && drawn.size() < limits.size()) {
            drawn.add(between(drawn.getLast(), limits.get(drawn.size()), most));
        }
        return drawn;
    }

    private static Limits between(Limits last, Limits next, double cases) {
        double way = (cases - last.cases()) / (next.cases() - last.cases());
        return new Limits(
                (int) Math.ceil(cases),
                between(last.lower(), next.lower(), way),
                between(last.upper(), next.upper(), way),
                between(last.outerLower(), next.outerLower(), way),
                between(last.outerUpper(), next.outerUpper(), way));
    }

    private static double between(double from, double to, double way) {
        return from + (to - from) * way;
    }

    private static String path(Frame frame, List<Limits> limits, ToDoubleFunction<Limits> end) {
        StringBuilder path = new StringBuilder();
        for (Limits limit : limits) {
            char command = path.isEmpty() ? 'M' : 'L';
            path.append(StepChart.at(command, frame.x(limit.cases()), frame.y(end.applyAsDouble(limit))));
        }
        return path.toString();
    }
}
