package org.hfsregistry.analytics.chart;

import java.util.function.DoubleFunction;

/**
 * What a chart says.
 *
 * @param id of the chart in its page
 * @param description what is seen, for who does not see it
 * @param across what the axis from left to right is of
 * @param acrossTick a number of that axis
 * @param upTick a number of the other axis
 */
public record ChartWords(
        String id,
        String title,
        String description,
        String across,
        DoubleFunction<String> acrossTick,
        DoubleFunction<String> upTick) {}
