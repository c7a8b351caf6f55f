package org.hfsregistry.analytics.chart;

/** Where a chart's numbers lie in its drawing: an axis across, and one of shares. */
final class Frame {
    static final double WIDTH = 640;
    static final double HEIGHT = 320;
    private static final double LEFT = 58;
    private static final double RIGHT = 14;
    private static final double TOP = 14;
    private static final double BOTTOM = 58;
    private static final int MOST_TICKS = 6;
    private static final double[] DAYS = {1, 7, 14, 30, 60, 90, 180, 365, 730, 1825, 3650};
    private static final double[] TENS = {1, 2, 5};
    private static final double FIVE_TICKS = 0.5;

    private final double longest;
    private final double lowest;

    /** From 0 to the longest across, from the lowest share to 1. */
    Frame(double longest, double lowest) {
        this.longest = Math.max(1, longest);
        this.lowest = lowest;
    }

    double x(double value) {
        return LEFT + Math.min(value, longest) / longest * (WIDTH - LEFT - RIGHT);
    }

    double y(double share) {
        double inside = Math.clamp(share, lowest, 1);
        return TOP + (1 - inside) / (1 - lowest) * (HEIGHT - TOP - BOTTOM);
    }

    /** The axes for days. */
    void drawForDays(Svg svg, ChartWords words) {
        draw(svg, words, step(longest));
    }

    /** The axes for counts. */
    void drawForCounts(Svg svg, ChartWords words) {
        double tens = 1;
        while (longest / (tens * TENS[TENS.length - 1]) > MOST_TICKS) {
            tens *= 10;
        }
        int fitting = 0;
        while (longest / (tens * TENS[fitting]) > MOST_TICKS) {
            fitting++;
        }
        draw(svg, words, tens * TENS[fitting]);
    }

    private static double step(double longest) {
        for (double days : DAYS) {
            if (longest / days <= MOST_TICKS) {
                return days;
            }
        }
        return DAYS[DAYS.length - 1];
    }

    private void draw(Svg svg, ChartWords words, double step) {
        double shares = 1 - lowest > FIVE_TICKS ? 0.2 : 0.1;
        for (int i = 0; 1 - i * shares >= lowest - 1e-9; i++) {
            double share = 1 - i * shares;
            svg.line("grid", x(0), y(share), WIDTH - RIGHT, y(share));
            svg.words("tick up", LEFT - 8, y(share) + 4, words.share().apply(Math.max(0, share)));
        }
        for (double value = 0; value <= longest + 1e-9; value += step) {
            svg.line("grid", x(value), HEIGHT - BOTTOM, x(value), HEIGHT - BOTTOM + 5);
            svg.words("tick", x(value), HEIGHT - BOTTOM + 22, words.acrossTick().apply(value));
        }
        svg.line("axis", x(0), HEIGHT - BOTTOM, WIDTH - RIGHT, HEIGHT - BOTTOM);
        svg.words("name", (LEFT + WIDTH - RIGHT) / 2, HEIGHT - 10, words.across());
    }
}
