package org.hfsregistry.analytics.chart;

import java.util.List;

/** Shares that change in steps from day to day, each with the band of its interval. */
public final class StepChart {

    /**
     * One line.
     *
     * @param start the share on day 0
     * @param lastDay where the line ends
     */
    public record Series(double start, List<Point> points, int lastDay) {}

    /** A share from a day on, with the ends of its interval. */
    public record Point(int day, double share, double lower, double upper) {}

    private StepChart() {}

    /** Draws them; the stylesheet tells them apart by their places in the list. */
    public static String of(ChartWords words, List<Series> all) {
        int longest = all.stream().mapToInt(Series::lastDay).max().orElse(1);
        Frame frame = Frame.ofShares(longest, 0);
        Svg svg = Svg.picture(words, "steps", Frame.WIDTH, Frame.HEIGHT);
        frame.drawForDays(svg, words);
        for (int i = 0; i < all.size(); i++) {
            svg.empty("path", "class", "band s" + (i + 1), "d", band(frame, all.get(i)));
        }
        for (int i = 0; i < all.size(); i++) {
            svg.empty("path", "class", "line s" + (i + 1), "d", line(frame, all.get(i)));
        }
        return svg.end();
    }

    private static String line(Frame frame, Series series) {
        StringBuilder path = new StringBuilder(at('M', frame.x(0), frame.y(series.start())));
        for (Point point : series.points()) {
            path.append(to('H', frame.x(point.day()))).append(to('V', frame.y(point.share())));
        }
        return path.append(to('H', frame.x(series.lastDay()))).toString();
    }

    /** Forth along the upper ends, and back along the lower. */
    private static String band(Frame frame, Series series) {
        StringBuilder path = new StringBuilder(at('M', frame.x(0), frame.y(series.start())));
        for (Point point : series.points()) {
            path.append(to('H', frame.x(point.day()))).append(to('V', frame.y(point.upper())));
        }
        path.append(to('H', frame.x(series.lastDay())));
        for (int i = series.points().size() - 1; i >= 0; i--) {
            Point point = series.points().get(i);
            path.append(to('V', frame.y(point.lower()))).append(to('H', frame.x(point.day())));
        }
        return path.append(to('V', frame.y(series.start()))).append('Z').toString();
    }

    static String at(char command, double x, double y) {
        return command + Svg.number(x) + " " + Svg.number(y);
    }

    private static String to(char command, double where) {
        return command + Svg.number(where);
    }
}
