package org.hfsregistry.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hfsregistry.analytics.running.PageElements.number;
import static org.hfsregistry.analytics.running.PageElements.part;

import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.regex.Pattern;
import org.hfsregistry.analytics.question.Definition;
import org.hfsregistry.analytics.running.NetworkRegistry;
import org.hfsregistry.analytics.running.RunningAnalytics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the pages say, by HTTP, held against what the interface for machines answers. */
class PagesIT {
    private static final String LARGE = NetworkRegistry.LARGE;
    private static final String HELD_BACK = NetworkRegistry.HELD_BACK;
    private static final String LIVE = "<script type=\"module\" src=\"/pages/live.js\"></script>";

    @RegisterExtension
    private static final NetworkRegistry network = new NetworkRegistry("pages", " <script>alert(1)</script> & Sons");

    private static final RunningAnalytics analytics = network.analytics();

    @Test
    void every_page_is_whole_without_a_script_and_loads_nothing_from_elsewhere() {
        for (String path : NetworkRegistry.pages()) {
            for (String language : List.of("en", "de")) {
                HttpResponse<String> answer = analytics.get(path, "Accept-Language", language);
                assertThat(answer.statusCode()).as(path).isEqualTo(200);
                assertThat(answer.body().replace(LIVE, ""))
                        .as(path)
                        .contains("<html lang=\"" + language + "\"", "</html>", "<main id=\"content\">")
                        .doesNotContain("??", "<script", " style=", "<style", "onclick=", "http://", "Optional[")
                        .doesNotContainPattern("(src|href)=\"(?!/|#)");
                assertThat(answer.headers().firstValue("Content-Security-Policy"))
                        .hasValueSatisfying(policy -> assertThat(policy).contains("default-src 'none'"));
            }
        }
    }

    @Test
    void an_address_chooses_the_language_of_the_pages_after_it() {
        HttpResponse<String> chosen = analytics.get("/compare?hospital=h-01&lang=de", "Accept", "text/html");
        assertThat(chosen.statusCode()).isEqualTo(303);
        assertThat(chosen.headers().firstValue("Location")).hasValue("/compare?hospital=h-01");
        String choice = chosen.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];

        HttpResponse<String> page = analytics.get("/compare?hospital=h-01", "Cookie", choice, "Accept-Language", "en");
        assertThat(page.body())
                .contains("<html lang=\"de\"")
                .contains("href=\"/compare?hospital=h-01&amp;lang=en\"", ">English</a>");
        HttpResponse<String> trouble = analytics.get("/none", "Cookie", choice, "Accept", "text/html");
        assertThat(trouble.statusCode()).isEqualTo(404);
        assertThat(trouble.body()).contains("<html lang=\"de\"", "href=\"/none?lang=en\"");
    }

    @Test
    void what_a_hospital_calls_itself_is_text_and_no_markup() {
        assertThat(page("/hospitals/" + LARGE)).contains("St. Mary &lt;script&gt;alert(1)&lt;/script&gt; &amp; Sons");
        assertThat(page("/funnel")).contains("aria-label=\"St. Mary &lt;script&gt;");
    }

    @Test
    void the_list_the_funnel_and_the_comparison_have_the_rates_of_the_interface() {
        String success = analytics.get("/v1/statistics/mvd-success").body();
        for (String path :
                List.of("/", "/funnel", "/compare?hospital=h-01&hospital=h-02&hospital=h-03&hospital=h-04")) {
            String page = page(path);
            for (String hospital : List.of("h-01", "h-02", "h-03", "h-04")) {
                List<Double> rate = JsonPath.read(success, "$.groups[?(@.hospitalId=='" + hospital + "')].rate");
                assertThat(part(page, "row-" + hospital))
                        .as("%s of %s", path, hospital)
                        .contains("value=\"" + rate.getFirst() + "\"");
            }
        }
        assertThat(number(page("/treatments"), "success-rate"))
                .isEqualTo(JsonPath.<Double>read(success, "$.network.rate"));
    }

    @Test
    void a_number_that_is_held_back_is_nowhere_and_its_place_says_why() {
        String rate = Double.toString(31 / 37.0);
        for (String path : NetworkRegistry.pages()) {
            assertThat(page(path)).as(path).doesNotContain(rate, "83.8%", "83,8");
        }
        assertThat(part(page("/"), "row-" + HELD_BACK)).contains("Not shown: it would tell of fewer than 11 people");
        assertThat(part(page("/"), "row-" + NetworkRegistry.FEW)).contains("Not enough data: fewer than 11 people");

        String own = analytics
                .getAs(analytics.tokens().hospital(HELD_BACK), "/hospitals/" + HELD_BACK)
                .body();
        assertThat(own).contains(rate, "83.8%", "You are signed in for this hospital");
        assertThat(analytics
                        .getAs(analytics.tokens().hospital(HELD_BACK), "/my-hospital")
                        .body())
                .contains(rate);
    }

    @Test
    void hospitals_are_found_by_what_they_are_and_have() {
        assertThat(found("/?name=clinic")).containsExactly("h-07", "h-03", "h-06", "h-08", "h-09", "h-10");
        assertThat(found("/?country=DE&order=name&name=&treatment=")).containsExactly("h-03", LARGE);
        assertThat(found("/?treatment=botox")).containsExactly("h-02", LARGE);
        assertThat(found("/?equipment=mri3t&equipment=functionalNeurosurgery&team=neurologist"))
                .containsExactly("h-04", LARGE);
        assertThat(found("/?name=nowhere")).isEmpty();
    }

    @Test
    void order_is_by_name_or_by_distance_from_the_network_on_whichever_side() {
        assertThat(found("/").getFirst()).as("Almost Perfect Hospital").isEqualTo(HELD_BACK);
        assertThat(found("/?order=distance"))
                .as("50%, 90%, then 75% twice; then by name those without a rate")
                .containsExactly("h-03", "h-04", "h-02", "h-01", HELD_BACK, "h-07", "h-06", "h-08", "h-09", "h-10");
        assertThat(page("/?order=distance")).contains("This is no ranking");
    }

    @Test
    void a_page_says_of_which_data_it_is() {
        String success = statistic("mvd-success");
        for (String path : List.of("/", "/funnel", "/treatments", "/compare?hospital=h-01&hospital=h-02")) {
            assertThat(page(path))
                    .as(path)
                    .contains(
                            LIVE,
                            "data-version=\"" + JsonPath.<Integer>read(success, "$.dataVersion") + "\"",
                            "Operations in the registry: " + JsonPath.<Integer>read(success, "$.network.operations")
                                    + ".");
        }
    }

    @Test
    void a_page_that_is_not_there_and_an_address_that_is_not_understood_say_so_in_words() {
        HttpResponse<String> unknown = analytics.get("/hospitals/h-99");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body()).contains("<h1>Not found</h1>", "There is no hospital h-99 in the registry.");
        assertThat(analytics.get("/hospitals/%3Cb%3E").body()).contains("no hospital &lt;b&gt; in");
        assertThat(analytics.get("/compare?hospital=h-01&hospital=h-99").statusCode())
                .isEqualTo(404);

        HttpResponse<String> refused = analytics.get("/?nmae=x");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("The address has nmae, which this page does not know.");
        assertThat(analytics.get("/?order=rank").body()).contains("order takes one of these: name, distance.");
        assertThat(analytics
                        .get("/compare?hospital=h-01&hospital=h-02&hospital=h-03&hospital=h-04&hospital=h-05")
                        .body())
                .contains("Up to 4 hospitals can be compared.");
        assertThat(analytics.get("/funnel?x=1", "Accept-Language", "de").body())
                .contains("Diese Seite nimmt keine Parameter");
    }

    @Test
    void a_page_is_sent_again_only_when_it_is_another() {
        HttpResponse<String> first = analytics.get("/hospitals/" + LARGE);
        String tag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(first.headers().firstValue("Cache-Control")).hasValue("no-cache");
        assertThat(analytics.get("/hospitals/" + LARGE, "If-None-Match", tag).statusCode())
                .isEqualTo(304);
        assertThat(analytics
                        .get("/hospitals/" + LARGE, "If-None-Match", tag, "Accept-Language", "de")
                        .statusCode())
                .isEqualTo(200);
        assertThat(analytics.get("/hospitals/h-02", "If-None-Match", tag).statusCode())
                .isEqualTo(200);
        assertThat(analytics
                        .getAs(analytics.tokens().researcher(), "/hospitals/" + LARGE)
                        .headers()
                        .firstValue("Cache-Control"))
                .hasValue("no-store, private");
    }

    @Test
    void every_definition_is_told_in_its_own_words() {
        String page = page("/about");
        assertThat(page)
                .contains(Definition.SUCCESS.source(), Definition.RECURRENCE.id(), Definition.QUALITY.id())
                .contains(Definition.RELIEF.text().substring(0, 60));
    }

    @Test
    void a_hospitals_own_page_is_for_who_has_signed_in() {
        assertThat(analytics.get("/my-hospital").statusCode()).isEqualTo(503);
        assertThat(analytics.get("/my-hospital").body()).contains("Sign-in is not set up");
        assertThat(analytics
                        .getAs(analytics.tokens().researcher(), "/my-hospital")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_hospital_sees_its_operations_in_their_order_and_nobody_else_does() {
        String token = analytics.tokens().hospital(LARGE);
        String monitoring = analytics
                .getAs(token, "/v1/statistics/monitoring?hospital=" + LARGE)
                .body();
        String own = analytics.getAs(token, "/my-hospital").body();

        assertThat(number(own, "monitored-n"))
                .isEqualTo(JsonPath.<Integer>read(monitoring, "$.groups[0].n").doubleValue());
        assertThat(number(own, "monitored-expected"))
                .isEqualTo(JsonPath.<Double>read(monitoring, "$.groups[0].expected"));
        assertThat(number(own, "monitored-ratio")).isEqualTo(JsonPath.<Double>read(monitoring, "$.groups[0].ratio"));
        assertThat(JsonPath.<List<Object>>read(monitoring, "$.groups[0].signals"))
                .as("a quarter fails here, and hardly fewer of all")
                .isEmpty();
        assertThat(own)
                .contains("id=\"chart-cusum-title\"", "id=\"chart-vlad-title\"", "The CUSUM has not signalled.")
                .contains("<td data-label=\"Operated on\">"
                        + JsonPath.<String>read(monitoring, "$.groups[0].series[-1].treatedOn") + "</td>");
        assertThat(page("/hospitals/" + LARGE)).doesNotContain("chart-cusum", "monitored-");
        assertThat(analytics.getAs(token, "/hospitals/h-02").body()).doesNotContain("monitored-");
    }

    @Test
    void a_statistic_that_is_asked_for_by_the_form_is_the_interfaces() {
        String page = page("/research?statistic=mvd-success&hospital=h-01&hospital=h-02&sex=");
        String path = "/v1/statistics/mvd-success?hospital=h-01&hospital=h-02";
        String csv = analytics.get(path, "Accept", "text/csv").body();
        assertThat(page)
                .contains("curl -s &#39;" + analytics.address() + path.replace("&", "&amp;") + "&#39;")
                .contains("<data value=\"0.75\">0.75</data>");
        assertThat(analytics
                        .get("/research/mvd-success.csv?hospital=h-01&hospital=h-02")
                        .body())
                .isEqualTo(csv);
        assertThat(page("/research?ageFrom=41")).contains("The parameter ageFrom takes whole tens of years");
        assertThat(analytics.get("/research?statistic=mvd-wonders").statusCode())
                .isEqualTo(400);
    }

    @Test
    void the_export_and_what_belongs_to_it_are_offered_where_researchers_find_them() {
        List<String> offered = Pattern.compile("href=\"(/v1/(?:export|snapshots)[^\"]*)\"")
                .matcher(page("/research"))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(offered)
                .hasSize(5)
                .allSatisfy(path -> assertThat(analytics
                                .getAs(analytics.tokens().researcher(), path)
                                .statusCode())
                        .as(path)
                        .isEqualTo(200));
    }

    @Test
    void a_page_names_the_host_that_it_was_asked_of() throws IOException, InterruptedException {
        page("/research");
        String elsewhere = analytics.address().replace("127.0.0.1", "localhost");
        try (HttpClient http = HttpClient.newHttpClient()) {
            String page = http.send(
                            HttpRequest.newBuilder(URI.create(elsewhere + "/research"))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
            assertThat(page).contains(elsewhere + "/v1/statistics/").doesNotContain(analytics.address());
        }
    }

    private static String page(String path) {
        return analytics.get(path, "Accept-Language", "en").body();
    }

    private static String statistic(String name) {
        return analytics.get("/v1/statistics/" + name + "?hospital=" + LARGE).body();
    }

    /** The hospitals of the list, in its order. */
    private static List<String> found(String path) {
        return Pattern.compile("<tr id=\"row-(h-[0-9]+)\"")
                .matcher(page(path))
                .results()
                .map(row -> row.group(1))
                .toList();
    }
}
