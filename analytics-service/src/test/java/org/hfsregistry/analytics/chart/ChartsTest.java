package org.hfsregistry.analytics.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChartsTest {
    private static final ChartWords WORDS = new ChartWords(
            "chart", "A <title>", "What is \"seen\"", "days", Svg::number, share -> Svg.number(100 * share) + "%");

    @Test
    void texts_are_escaped() {
        String svg = FunnelChart.of(
                WORDS, 0.8, List.of(), List.of(new FunnelChart.Point(10, 0.8, "<script>'&", "/hospitals/a", false)));
        assertThat(svg)
                .contains("A &lt;title&gt;", "What is &quot;seen&quot;", "aria-label=\"&lt;script&gt;&#39;&amp;\"")
                .doesNotContain("<script", " style=");
    }

    @Test
    void a_curve_goes_in_steps_to_its_last_day_with_its_band_beside_it() {
        String svg = StepChart.of(
                WORDS,
                List.of(new StepChart.Series(
                        1, List.of(new StepChart.Point(50, 0.5, 0.4, 0.6), new StepChart.Point(100, 0, 0, 0.2)), 100)));
        assertThat(svg)
                .contains("class=\"line s1\" d=\"M58 14H342V138H626V262H626\"")
                .contains("class=\"band s1\" d=\"M58 14H342V113.2H626V212.4H626V262H626V162.8H342V14Z\"");
    }

    @Test
    void a_picture_has_a_title_and_says_what_is_seen() {
        String svg = IntervalChart.of(WORDS, List.of(new IntervalChart.Row("a", 0.5, 0.4, 0.6)), List.of(0.7));
        assertThat(svg)
                .startsWith("<svg class=\"chart intervals\"")
                .contains("role=\"img\" aria-labelledby=\"chart-title chart-desc\"")
                .contains("<circle class=\"dot s1\" cx=\"320\"")
                .contains("<line class=\"target\" x1=\"442.4\"")
                .endsWith("</svg>");
    }

    @Test
    void limits_end_at_the_edge_of_the_funnel_between_those_that_are_known() {
        String svg = FunnelChart.of(
                WORDS,
                0.8,
                List.of(
                        new FunnelChart.Limits(5, 0.5, 1, 0.3, 1),
                        new FunnelChart.Limits(106, 0.7, 0.9, 0.6, 0.95),
                        new FunnelChart.Limits(1000, 0.8, 0.8, 0.8, 0.8)),
                List.of(new FunnelChart.Point(100, 0.7, "a", "/hospitals/a", true)));
        assertThat(svg)
                .contains("class=\"limit\" d=\"M84.8 262L626 200L626 200\"")
                .contains("<rect x=\"");
    }

    @Test
    void a_run_goes_from_nothing_through_every_case_with_its_limit_and_what_stands_out() {
        String svg = RunChart.of(WORDS, List.of(1.0, -2.0, 4.0), List.of(3.5), List.of(3));
        assertThat(svg)
                .contains("class=\"line s1\" d=\"M58 179.3L247.3 138L436.7 262L626 14\"")
                .contains("<line class=\"limit outer\" x1=\"58\" y1=\"34.7\"")
                .contains("<circle class=\"dot s2\" cx=\"626\" cy=\"14\"")
                .contains(">400%</text>", ">-200%</text>");
    }

    @Test
    void an_axis_has_few_ticks_and_begins_at_nothing() {
        String svg = StepChart.of(WORDS, List.of(new StepChart.Series(0, List.of(), 3000)));
        assertThat(svg)
                .contains("<text class=\"tick\" x=\"58\" y=\"284\">0</text>")
                .contains("y=\"284\">730</text>", "y=\"284\">2920</text>")
                .doesNotContain("y=\"284\">365</text>", "y=\"284\">3650</text>");
    }
}
