package org.hfsregistry.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hfsregistry.analytics.running.PageElements.number;
import static org.hfsregistry.analytics.running.PageElements.numbers;
import static org.hfsregistry.analytics.running.PageElements.part;

import com.jayway.jsonpath.JsonPath;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.hfsregistry.analytics.population.Case;
import org.hfsregistry.analytics.running.RunningAnalytics;
import org.hfsregistry.analytics.running.SmallRegistry;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.fixture.Examples;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a hospital's own page says to be missing, held against what the interface for machines answers to the hospital. */
class MissingPageIT {
    /** The day of the newest change. */
    private static final LocalDate TODAY = LocalDate.of(2024, 3, 1);

    private static final String QUALITY = "/v1/statistics/quality?hospital=h-01";

    @RegisterExtension
    private static final SmallRegistry small = new SmallRegistry(
            "missing",
            "hfs.pages.intake=http://intake.example.org/",
            "hfs.pages.registry=http://registry.example.org/");

    private static final RunningAnalytics analytics = small.analytics();

    @BeforeAll
    static void registers() {
        List<Integer> daysAgo = List.of(600, 601, 602, 500, 501, 300);
        for (int days : daysAgo) {
            small.registry()
                    .register(Case.of(Examples.HOSPITAL, "unseen-" + days, days)
                            .on(TODAY.minusDays(days))
                            .assessed(30, SpasmGrade.E1)
                            .document());
        }
        analytics.waitFor(small.registry().published());
    }

    @Test
    void assessments_that_wait_or_were_missed_are_those_of_the_interface() {
        String page = own("/my-hospital");
        String told = own("/v1/statistics/missing");
        String quality = own(QUALITY);

        assertThat(JsonPath.<Map<String, Object>>read(told, "$.groups[0].assessments"))
                .isEqualTo(Map.of("missed", 3, "closing", 2, "open", 1));
        for (String waiting : List.of("missed", "closing", "open")) {
            assertThat(number(page, "missing-" + waiting)).isEqualTo(read(told, "$.groups[0].assessments." + waiting));
        }
        assertThat(number(page, "missing-due")).isEqualTo(read(quality, "$.groups[0].due"));
        assertThat(number(page, "missing-completeness")).isEqualTo(read(quality, "$.groups[0].completeness"));
    }

    @Test
    void cases_that_are_not_registered_are_those_of_the_interface_by_year_and_treatment() {
        String page = own("/my-hospital");
        String years = own(QUALITY + "&by=year");
        int year = Examples.eligibleCases().year();
        String cases = "$.groups[?(@.year==" + year + ")].caseAscertainment.mvd.";
        double eligible = first(years, cases + "eligible");
        double registered = first(years, cases + "registered");

        assertThat(numbers(part(page, "missing-mvd-" + year)))
                .containsExactly(eligible, registered, Math.max(0, eligible - registered));
        assertThat(page).doesNotContain("id=\"missing-unsaid\"");
        assertThat(ownOf(SmallRegistry.OTHER_HOSPITAL)).contains("id=\"missing-unsaid\"");
    }

    @Test
    void quarantine_and_late_submissions_are_those_of_the_interface() {
        String page = own("/my-hospital");
        String quality = own(QUALITY);

        assertThat(page).contains("<data id=\"missing-quarantine\" class=\"number\" value=\"3.0\">3</data>");
        assertThat(JsonPath.<Integer>read(quality, "$.groups[0].quarantine.open"))
                .isEqualTo(3);
        for (String code : List.of("CONFLICT", "CONTRADICTION")) {
            assertThat(number(page, "missing-reason-" + code))
                    .isEqualTo(read(quality, "$.groups[0].quarantine.byCode." + code));
        }
        assertThat(page).contains("the oldest since 2024-02-01");
        for (String treatment : List.of("mvd", "botox")) {
            for (String quantile : List.of("median", "p90")) {
                assertThat(number(page, "missing-late-" + treatment + "-" + quantile))
                        .isEqualTo(read(quality, "$.groups[0].daysToSubmission." + treatment + "." + quantile));
            }
        }
    }

    @Test
    void traits_that_were_not_said_are_those_of_the_interface() {
        String page = own("/my-hospital");
        String told = own("/v1/statistics/missing");

        for (String trait : List.of("mvd.birthYear", "mvd.vessels", "mvd.qualityOfLife", "botox.etiology")) {
            assertThat(numbers(part(page, "missing-" + trait.replace('.', '-'))))
                    .as(trait)
                    .containsExactly(
                            read(told, "$.groups[0].traits." + trait + ".missing"),
                            read(told, "$.groups[0].traits." + trait + ".of"));
        }
        assertThat(numbers(part(page, "missing-mvd-qualityOfLife"))).containsExactly(3.0, 63.0);
    }

    @Test
    void each_leads_to_where_it_is_mended() {
        assertThat(own("/my-hospital"))
                .contains(
                        "href=\"http://registry.example.org/follow-up\"",
                        "href=\"http://registry.example.org/quarantine?state=open\"",
                        "<a href=\"http://intake.example.org/\">To submitting</a>");
    }

    @Test
    void it_is_said_in_german_and_without_a_script() {
        String german = analytics
                .get(
                        "/my-hospital",
                        "Accept-Language",
                        "de",
                        "Authorization",
                        "Bearer " + analytics.tokens().hospital(Examples.HOSPITAL))
                .body();

        assertThat(german)
                .contains("Was fehlt", "Versäumt: die Zeit ist vorbei", "Geburtsjahr", ">Zur Quarantäne</a>")
                .doesNotContain("??", " style=", "<style", "onclick=", "Optional[");
        assertThat(number(german, "missing-missed")).isEqualTo(3);
    }

    @Test
    void nobody_else_is_told_what_is_missing() {
        String path = "/hospitals/" + Examples.HOSPITAL;
        assertThat(analytics.get(path).body()).doesNotContain("missing-");
        assertThat(analytics.getAs(analytics.tokens().researcher(), path).body())
                .doesNotContain("missing-");
        assertThat(analytics
                        .getAs(analytics.tokens().hospital(SmallRegistry.OTHER_HOSPITAL), path)
                        .body())
                .doesNotContain("missing-");
        assertThat(number(ownOf(SmallRegistry.OTHER_HOSPITAL), "missing-missed"))
                .isZero();
    }

    private static String own(String path) {
        return analytics
                .get(
                        path,
                        "Accept-Language",
                        "en",
                        "Authorization",
                        "Bearer " + analytics.tokens().hospital(Examples.HOSPITAL))
                .body();
    }

    private static String ownOf(String hospital) {
        return analytics
                .getAs(analytics.tokens().hospital(hospital), "/my-hospital")
                .body();
    }

    private static double read(String answer, String path) {
        return JsonPath.<Number>read(answer, path).doubleValue();
    }

    private static double first(String answer, String path) {
        return JsonPath.<List<Number>>read(answer, path).getFirst().doubleValue();
    }
}
