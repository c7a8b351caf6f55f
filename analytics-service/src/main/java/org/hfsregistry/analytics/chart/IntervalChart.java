package org.hfsregistry.analytics.chart;

import java.util.List;

/** Rates with their intervals, one below the other on one scale. */
public final class IntervalChart {
    private static final double ROW = 46;
    private static final double TOP = 10;
    private static final double BOTTOM = 34;
    private static final double LEFT = 14;
    private static final double RADIUS = 6;
    private static final double WHISKER = 5;
    private static final int TICKS = 5;

    /** One of them. */
    public record Row(String label, double rate, double lower, double upper) {}

    private IntervalChart() {}

    /** Draws them in their order, with a line at the rate that they are held against. */
    public static String of(ChartWords words, List<Row> rows, List<Double> heldAgainst) {
        double height = TOP + ROW * rows.size() + BOTTOM;
        Svg svg = Svg.picture(words, "intervals", Frame.WIDTH, height);
        for (int i = 0; i <= TICKS; i++) {
            double share = (double) i / TICKS;
            svg.line("grid", x(share), TOP, x(share), height - BOTTOM);
            String kind = i == 0 ? "tick first" : i == TICKS ? "tick last" : "tick";
            svg.words(kind, x(share), height - 12, words.upTick().apply(share));
        }
        heldAgainst.forEach(rate -> svg.line("target", x(rate), TOP, x(rate), height - BOTTOM));
        for (int i = 0; i < rows.size(); i++) {
            draw(svg, rows.get(i), TOP + ROW * i, i + 1);
        }
        return svg.end();
    }

    private static void draw(Svg svg, Row row, double top, int place) {
        double y = top + ROW - 14;
        String kind = "line s" + place;
        svg.words("name first", LEFT, top + 16, row.label());
        svg.line(kind, x(row.lower()), y, x(row.upper()), y);
        svg.line(kind, x(row.lower()), y - WHISKER, x(row.lower()), y + WHISKER);
        svg.line(kind, x(row.upper()), y - WHISKER, x(row.upper()), y + WHISKER);
        svg.empty("circle", "class", "dot s" + place, "cx", x(row.rate()), "cy", y, "r", RADIUS);
    }

    private static double x(double share) {
        return LEFT + share * (Frame.WIDTH - 2 * LEFT);
    }
}
