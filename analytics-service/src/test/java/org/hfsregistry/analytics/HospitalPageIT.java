package org.hfsregistry.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hfsregistry.analytics.running.PageElements.number;
import static org.hfsregistry.analytics.running.PageElements.numbers;
import static org.hfsregistry.analytics.running.PageElements.part;

import com.jayway.jsonpath.JsonPath;
import java.util.List;
import java.util.Locale;
import org.hfsregistry.analytics.running.NetworkRegistry;
import org.hfsregistry.analytics.running.RunningAnalytics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a hospital's page tells, held against what the interface for machines answers. */
class HospitalPageIT {
    private static final String LARGE = NetworkRegistry.LARGE;
    private static final String WHY = "Not shown: it would tell of fewer than 11 people";

    @RegisterExtension
    private static final NetworkRegistry network = new NetworkRegistry("sections", "’s Hospital");

    private static final RunningAnalytics analytics = network.analytics();

    @Test
    void a_hospitals_numbers_are_those_of_the_interface() {
        String page = page("/hospitals/" + LARGE);
        String success = statistic("mvd-success");
        String relief = statistic("botox-relief");

        assertThat(number(page, "success-rate")).isEqualTo(JsonPath.<Double>read(success, "$.groups[0].rate"));
        assertThat(number(page, "success-n")).isEqualTo(120);
        assertThat(number(page, "completeness")).isEqualTo(JsonPath.<Double>read(success, "$.groups[0].completeness"));
        assertThat(number(page, "network-rate")).isEqualTo(JsonPath.<Double>read(success, "$.network.rate"));
        assertThat(number(page, "botox-response")).isEqualTo(JsonPath.<Double>read(relief, "$.groups[0].responseRate"));
        assertThat(number(page, "botox-median")).isEqualTo(JsonPath.<Double>read(relief, "$.groups[0].medianDays"));
        assertThat(page)
                .contains(String.format(
                        Locale.ROOT,
                        "%.1f%% to %.1f%%",
                        100 * JsonPath.<Double>read(success, "$.groups[0].interval.lower"),
                        100 * JsonPath.<Double>read(success, "$.groups[0].interval.upper")))
                .contains("This is what chance, and the usual differences among hospitals, would give")
                .contains("3 tesla MRI</span>: <span>yes")
                .contains("Academic hospital</span>: <span>no")
                .doesNotContain("Multidisciplinary team");
        assertThat(JsonPath.<String>read(success, "$.groups[0].funnel.position"))
                .isEqualTo("inside");
    }

    @Test
    void complications_are_those_of_the_interface() {
        String page = page("/hospitals/" + LARGE);
        String told = statistic("mvd-complications");

        assertThat(number(page, "complications-n")).isEqualTo(120);
        assertThat(number(page, "complications-any")).isEqualTo(read(told, "$.groups[0].anyKind.any.rate"));
        assertThat(number(page, "complications-permanent")).isEqualTo(read(told, "$.groups[0].anyKind.permanent.rate"));
        assertThat(number(page, "complications-network")).isEqualTo(read(told, "$.network.anyKind.any.rate"));
        assertThat(numbers(part(page, "complication-facial-palsy")))
                .containsExactly(
                        read(told, "$.groups[0].complications.facial-palsy.any.rate"),
                        read(told, "$.groups[0].complications.facial-palsy.permanent.rate"));
    }

    @Test
    void quality_of_life_is_that_of_the_interface() {
        String page = page("/hospitals/" + LARGE);
        String told = statistic("quality-of-life");
        String scores = "$.groups[0].instruments.hfs-7.";

        assertThat(number(page, "life-mvd-hfs-7-n")).isEqualTo(40);
        assertThat(number(page, "life-mvd-hfs-7-before")).isEqualTo(read(told, scores + "meanBefore"));
        assertThat(number(page, "life-mvd-hfs-7-after")).isEqualTo(read(told, scores + "meanAfter"));
        assertThat(number(page, "life-mvd-hfs-7-change")).isEqualTo(read(told, scores + "meanChange"));
        assertThat(part(page, "life-botox-hfs-7")).contains("Not enough data: fewer than 11 people");
        assertThat(number(page("/treatments"), "life-mvd-hfs-7-change"))
                .isEqualTo(read(told, "$.network.instruments.hfs-7.meanChange"));
    }

    @Test
    void what_follows_on_injections_is_what_the_interface_tells() {
        String page = page("/hospitals/" + LARGE);
        String intervals = statistic("reinjection-interval");

        assertThat(number(page, "surgery-patients")).isEqualTo(28);
        assertThat(number(page, "surgery-operated")).isEqualTo(12);
        assertThat(number(own("/my-hospital"), "surgery-365"))
                .isEqualTo(
                        read(own("/v1/statistics/botox-to-mvd?hospital=" + LARGE), "$.groups[0].at['365'].incidence"))
                .isPositive();
        assertThat(number(page, "reinjection-n")).isEqualTo(32);
        assertThat(number(page, "reinjection-median")).isEqualTo(read(intervals, "$.groups[0].medianDays"));
        assertThat(part(page, "reinjection-p25")).as("8 of 32 are below it").contains(WHY);
    }

    @Test
    void medication_is_what_the_interface_tells() {
        String page = page("/hospitals/" + LARGE);
        String told = statistic("medication-response");

        assertThat(number(page, "medication-n")).isEqualTo(60);
        for (String response : List.of("none", "partial", "complete")) {
            assertThat(number(page, "medication-" + response))
                    .isEqualTo(read(told, "$.groups[0].response." + response + ".rate"));
        }
        assertThat(number(page, "medication-stopped")).isEqualTo(read(told, "$.groups[0].stopped.rate"));
        assertThat(numbers(part(page, "effect-drowsiness")))
                .containsExactly(read(told, "$.groups[0].sideEffects.drowsiness.rate"));
        assertThat(number(page("/treatments"), "medication-complete"))
                .isEqualTo(read(told, "$.network.response.complete.rate"));
    }

    @Test
    void medication_by_medicine_is_what_the_interface_tells() {
        String page = page("/hospitals/" + LARGE);
        String drug = "$.groups[?(@.drug=='carbamazepine')].";
        String told = analytics
                .get("/v1/statistics/medication-response?by=drug&hospital=" + LARGE)
                .body();

        assertThat(numbers(part(page, "drug-carbamazepine")))
                .containsExactly(
                        first(told, drug + "n"),
                        first(told, drug + "response.none.rate"),
                        first(told, drug + "response.partial.rate"),
                        first(told, drug + "response.complete.rate"),
                        first(told, drug + "stopped.rate"));
        assertThat(page).doesNotContain("id=\"drug-baclofen\"");
    }

    @Test
    void who_is_treated_is_what_the_interface_tells_beside_all_hospitals() {
        String page = page("/hospitals/" + LARGE);
        String told = statistic("case-mix");

        assertThat(number(page, "mix-mvd")).isEqualTo(read(told, "$.groups[0].mvd.patients"));
        for (String value : List.of("sex.female", "sex.male", "ageBand.50-59", "vessel.aica", "vessel.pica")) {
            String share = ".mvd." + value.replaceAll("\\.(.*)", "['$1'].share");
            assertThat(numbers(part(page, "mix-mvd-" + value.replace('.', '-'))))
                    .as(value)
                    .containsExactly(read(told, "$.groups[0]" + share), read(told, "$.network" + share));
        }
        assertThat(page).doesNotContain("mix-mvd-vessel-vein", "mix-mvd-ageBand-20-29");
    }

    @Test
    void who_is_of_few_in_a_case_mix_is_told_to_the_hospital_alone() {
        String id = "mix-mvd-etiology-post-bell";
        assertThat(part(page("/hospitals/" + LARGE), id)).contains(WHY);
        assertThat(part(page("/hospitals/" + LARGE), "mix-mvd-etiology-vascular"))
                .as("all others would tell of them")
                .contains(WHY);
        assertThat(numbers(part(own("/my-hospital"), id)).getFirst()).isEqualTo(10 / 120.0);
        assertThat(part(page("/hospitals/" + NetworkRegistry.FEW), "mix-mvd"))
                .contains("Not enough data: fewer than 11 people");
    }

    @Test
    void the_trend_of_relief_is_what_the_interface_tells() {
        String page = own("/my-hospital");
        String told = own("/v1/statistics/botox-trend?hospital=" + LARGE);

        assertThat(number(page, "trend-patients")).isEqualTo(read(told, "$.groups[0].patients"));
        assertThat(number(page, "trend-injections")).isEqualTo(read(told, "$.groups[0].injections"));
        assertThat(number(page, "trend-lasting")).isEqualTo(read(told, "$.groups[0].censoredShare"));
        assertThat(number(page, "trend-days")).isEqualTo(read(told, "$.groups[0].slopeDaysPerInjection"));
    }

    @Test
    void a_trend_of_few_patients_is_not_told_to_others() {
        assertThat(JsonPath.<List<String>>read(statistic("botox-trend"), "$.groups[0].suppressed"))
                .contains("patients", "slopeDaysPerInjection");
        assertThat(part(page("/hospitals/" + LARGE), "trend-days"))
                .contains(WHY)
                .doesNotContain("<data");
        assertThat(part(page("/hospitals/" + LARGE), "trend-patients"))
                .contains(WHY)
                .doesNotContain("<data");
    }

    @Test
    void relief_by_year_is_what_the_interface_tells() {
        String told = own("/v1/statistics/botox-relief?by=year&hospital=" + LARGE);
        List<Integer> years = JsonPath.read(told, "$.groups[?(@.n > 0)].year");

        assertThat(years).hasSizeGreaterThan(1);
        for (int year : years) {
            String group = "$.groups[?(@.year==" + year + ")].";
            assertThat(numbers(part(own("/my-hospital"), "year-" + year)))
                    .as("%s", year)
                    .startsWith(first(told, group + "n"), first(told, group + "responseRate"));
        }
    }

    @Test
    void the_sections_are_there_in_german() {
        assertThat(analytics.get("/hospitals/" + LARGE, "Accept-Language", "de").body())
                .contains(
                        "Wer behandelt wird",
                        "Ob sich die Linderung mit jeder Injektion ändert",
                        "Nach dem Mittel",
                        "vordere untere Kleinhirnarterie (AICA)",
                        "weiblich");
    }

    @Test
    void numbers_of_few_are_held_back_from_others_and_told_to_the_hospital() {
        String others = page("/hospitals/" + LARGE);
        String own = own("/my-hospital");

        for (String id : List.of("complication-hearing-loss", "effect-rash", "stopped-side-effects")) {
            assertThat(part(others, id)).as(id).contains(WHY).doesNotContain("<data", "2.5%", "5.0%");
            assertThat(numbers(part(own, id))).as(id).isNotEmpty();
        }
        assertThat(numbers(part(own, "complication-hearing-loss"))).containsExactly(3 / 120.0, 3 / 120.0);
        assertThat(numbers(part(own, "effect-rash"))).containsExactly(3 / 60.0);
        assertThat(others).doesNotContain("value=\"0.025\"");
        assertThat(own).contains("id=\"life-mvd-hfs-30-change\"");
        assertThat(part(others, "life-mvd-hfs-30")).contains(WHY);
    }

    private static String page(String path) {
        return analytics.get(path, "Accept-Language", "en").body();
    }

    private static String own(String path) {
        return analytics.getAs(analytics.tokens().hospital(LARGE), path).body();
    }

    private static String statistic(String name) {
        return analytics.get("/v1/statistics/" + name + "?hospital=" + LARGE).body();
    }

    private static double first(String answer, String path) {
        return JsonPath.<List<Number>>read(answer, path).getFirst().doubleValue();
    }

    private static double read(String answer, String path) {
        return JsonPath.<Number>read(answer, path).doubleValue();
    }
}
