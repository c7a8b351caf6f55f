package org.hfsregistry.analytics.chart;

/** Where a chart's numbers lie in its drawing: an axis across from 0 on, and one upwards. */
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
    private static final double FINE = 0.1;
    private static final double COARSE = 0.2;

    private final double longest;
    private final double lowest;
    private final double highest;
    private final double stepUp;

    private Frame(double longest, double lowest, double highest, double stepUp) {
        this.longest = Math.max(1, longest);
        this.lowest = lowest;
        this.highest = highest;
        this.stepUp = stepUp;
    }

    /** From 0 to the longest across, from the lowest share to 1. */
    static Frame ofShares(double longest, double lowest) {
        return new Frame(longest, lowest, 1, 1 - lowest > FIVE_TICKS ? COARSE : FINE);
    }

    /** From 0 to the longest across, with room for all numbers from the lowest to the highest. */
    static Frame ofNumbers(double longest, double lowest, double highest) {
        double step = fitting(highest - lowest);
        return new Frame(longest, Math.floor(lowest / step) * step, Math.ceil(highest / step) * step, step);
    }

    double x(double value) {
        return LEFT + Math.min(value, longest) / longest * (WIDTH - LEFT - RIGHT);
    }

    double y(double value) {
        double inside = Math.clamp(value, lowest, highest);
        return TOP + (highest - inside) / (highest - lowest) * (HEIGHT - TOP - BOTTOM);
    }

    /** The axes for days. */
    void drawForDays(Svg svg, ChartWords words) {
        draw(svg, words, step(longest));
    }

    /** The axes for counts. */
    void drawForCounts(Svg svg, ChartWords words) {
        draw(svg, words, fitting(longest));
    }

    /** The least of 1, 2, 5, 10, 20... that so much has few of. */
    private static double fitting(double range) {
        double tens = 1;
        while (range / (tens * TENS[TENS.length - 1]) > MOST_TICKS) {
            tens *= 10;
        }
        int fitting = 0;
        while (range / (tens * TENS[fitting]) > MOST_TICKS) {
            fitting++;
        }
        return tens * TENS[fitting];
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
        for (int i = 0; highest - i * stepUp >= lowest - 1e-9; i++) {
            double value = Math.abs(highest - i * stepUp) < 1e-9 ? 0 : highest - i * stepUp;
            svg.line("grid", x(0), y(value), WIDTH - RIGHT, y(value));
            svg.words("tick up", LEFT - 8, y(value) + 4, words.upTick().apply(value));
        }
        for (double value = 0; value <= longest + 1e-9; value += step) {
            svg.line("grid", x(value), HEIGHT - BOTTOM, x(value), HEIGHT - BOTTOM + 5);
            svg.words("tick", x(value), HEIGHT - BOTTOM + 22, words.acrossTick().apply(value));
        }
        svg.line("axis", x(0), HEIGHT - BOTTOM, WIDTH - RIGHT, HEIGHT - BOTTOM);
        svg.words("name", (LEFT + WIDTH - RIGHT) / 2, HEIGHT - 10, words.across());
    }
}
