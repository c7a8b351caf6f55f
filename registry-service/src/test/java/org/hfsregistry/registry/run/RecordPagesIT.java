package org.hfsregistry.registry.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hfsregistry.registry.run.HospitalWithRecords.OTHER;
import static org.hfsregistry.registry.run.HospitalWithRecords.OWN;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;

/** What the pages show a hospital, by HTTP, held against what the interface for machines answers it. */
class RecordPagesIT {

    private static final String SCRIPT = "<script>alert(1)</script>";

    private static HospitalWithRecords hospital;
    private static Registry registry;

    @BeforeAll
    static void start(@TempDir Path folder) {
        hospital = new HospitalWithRecords(folder, SCRIPT);
        registry = hospital.registry();
    }

    @AfterAll
    static void stop() {
        hospital.close();
    }

    @Test
    void every_page_is_whole_without_a_script_in_both_languages() {
        for (String path : pages()) {
            for (String language : List.of("en", "de")) {
                Registry.Answer answer = registry.page(OWN, path, language);
                assertThat(answer.status()).as(path).isEqualTo(200);
                assertThat(answer.response().body())
                        .as(path)
                        .contains("<html lang=\"" + language + "\"", "</html>", "<main id=\"content\">")
                        .doesNotContain("??", "<script", " style=", "<style", "onclick=", "http://", "Optional[")
                        .doesNotContainPattern("(src|href|action)=\"(?!/|#)");
                assertThat(answer.header("Cache-Control")).contains("no-store");
            }
        }
    }

    @Test
    void the_desk_counts_what_the_interface_lists() {
        ShownPage desk = new ShownPage(page("/"));
        List<JsonNode> open = all("/v1/quarantine?state=open");

        assertThat(desk.number("quarantine-open")).isEqualTo(open.size());
        assertThat(desk.numbers("reasons"))
                .isEqualTo(open.stream()
                        .collect(Collectors.groupingBy(each -> each.get("code").asString(), Collectors.counting()))
                        .values()
                        .stream()
                        .sorted(Comparator.reverseOrder())
                        .toList());
        for (String state : List.of("open", "closing", "missed")) {
            assertThat(desk.number("due-" + state))
                    .isEqualTo(all("/v1/follow-up?state=" + state).size());
        }
        assertThat(desk.number("due-open")).isEqualTo(HospitalWithRecords.MANY);
    }

    @Test
    void lists_have_the_rows_of_the_interface_in_its_order_part_by_part() {
        assertThat(rows("/follow-up")).isEqualTo(ids(all("/v1/follow-up"), "treatmentId"));
        assertThat(rows("/follow-up?state=open")).isEqualTo(ids(all("/v1/follow-up?state=open"), "treatmentId"));
        assertThat(rows("/records")).isEqualTo(ids(all("/v1/treatments"), "treatmentId"));
        assertThat(rows("/records?kind=mvd&from=2023-01-01&to=2023-12-31"))
                .contains("of-twice")
                .doesNotContain("open-00")
                .isEqualTo(ids(all("/v1/treatments?kind=mvd&from=2023-01-01&to=2023-12-31"), "treatmentId"));
        assertThat(rows("/quarantine?state=open")).isEqualTo(ids(all("/v1/quarantine?state=open"), "id"));
    }

    @Test
    void a_treatment_is_told_in_words_with_its_history() {
        String treatment = page("/records/of-twice");
        JsonNode history = registry.get(OWN, "/v1/treatments/of-twice/history").json();

        assertThat(treatment)
                .contains("Assessment after surgery: twice, revision 1", "E0, free of spasm", "Surgery (MVD)")
                .contains("&quot;treatmentId&quot; : &quot;of-twice&quot;");
        assertThat(Pattern.compile("class=\"came\"").matcher(treatment).results())
                .hasSize(history.size());
        assertThat(treatment).contains("by client-of-h-own", "in quarantine", "is registered with other content");
        assertThat(page("/records/retracted")).contains("id=\"nothing-counts\"", "Retraction", "the wrong patient");
        assertThat(registry.get(OWN, "/records?treatmentId=+of-twice").header("Location"))
                .isEqualTo(hospital.address() + "/records/of-twice");
    }

    @Test
    void what_was_sent_is_text_and_no_markup() {
        for (String outcomeId : List.of("ret", "broken")) {
            assertThat(page("/quarantine/" + hospital.quarantined(outcomeId)))
                    .contains(HtmlUtils.htmlEscape(SCRIPT))
                    .doesNotContain("<script");
        }
        Registry.Answer refused = submitAgain(hospital.quarantined("ret"), "</textarea>" + SCRIPT);
        assertThat(refused.response().body())
                .contains("&lt;/textarea&gt;&lt;script&gt;")
                .doesNotContain("<script", "</textarea><");
    }

    @Test
    void a_fault_is_told_beside_what_was_typed_and_the_mended_one_is_registered() {
        hospital.conflictsOver("mended");
        String id = hospital.quarantined("mended");
        String mended = HospitalWithRecords.json(HospitalWithRecords.named(OWN, "mended", 2, SpasmGrade.E2));
        String faulty = mended.replace("\"E2\"", "\"E7\"");

        Registry.Answer refused = submitAgain(id, faulty);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.response().body())
                .contains("spasmGrade", "E7", "the outcome has faults", HtmlUtils.htmlEscape(faulty));
        assertThat(registry.get(OWN, "/v1/quarantine?state=open").response().body())
                .contains(id);

        Registry.Answer taken = submitAgain(id, mended);
        assertThat(taken.status()).isEqualTo(303);
        assertThat(taken.header("Location")).isEqualTo("/quarantine/" + id);
        hospital.followed();
        assertThat(page("/quarantine/" + id))
                .contains("Settled. Nothing is left to do.", "In its stead counts mended, revision 2.")
                .contains("Receipt of mended:</span> <strong>registered</strong>")
                .doesNotContain("<textarea");
    }

    @Test
    void what_is_left_as_it_is_goes_to_quarantine_again() {
        hospital.conflictsOver("as-it-is");
        String id = hospital.quarantined("as-it-is");
        String sent = HtmlUtils.htmlUnescape(
                new ShownPage(page("/quarantine/" + id)).between("aria-describedby=\"mend-hint\">", "</textarea>"));

        assertThat(submitAgain(id, sent).status()).isEqualTo(303);
        hospital.followed();

        assertThat(page("/quarantine/" + id))
                .contains("It was submitted again", "Receipt of as-it-is:</span> <strong>in quarantine</strong>");
        assertThat(submitAgain(hospital.quarantined("broken"), "").response().body())
                .contains("the outcome has to be written anew");
    }

    @Test
    void another_hospital_sees_and_mends_nothing_of_it() {
        String id = hospital.quarantined("twice");

        for (String path : List.of("/", "/records", "/follow-up", "/quarantine")) {
            assertThat(registry.page(OTHER, path, "en").response().body())
                    .as(path)
                    .doesNotContain("twice", "open-0", ">closing<", ">ret<");
        }
        for (String path : List.of("/records/of-twice", "/quarantine/" + id)) {
            Registry.Answer answer = registry.page(OTHER, path, "de");
            assertThat(answer.status()).as(path).isEqualTo(404);
            assertThat(answer.response().body()).contains("Nicht gefunden").doesNotContain("E0");
        }
        Registry.Answer refused = registry.page(OTHER, "/records?hospitalId=" + OWN, "en");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.response().body()).contains("A hospital reads its own only");
        assertThat(submitAgain(id, hospital.tokens().hospital(OTHER), "x").status())
                .isEqualTo(404);
        assertThat(submitAgain(id, hospital.tokens().token("reader", OWN, "records.read"), "x")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void staff_say_whose_and_stay_there() {
        assertThat(registry.getAsAdmin("/records").response().body()).contains("The registry’s own staff say whose");
        String list = registry.getAsAdmin("/quarantine?state=open&hospitalId=" + OTHER)
                .response()
                .body();

        assertThat(list)
                .contains("secret")
                .contains("href=\"/records?hospitalId=" + OTHER + "\"")
                .doesNotContainPattern("href=\"/quarantine/[^\"?]*\"");
    }

    @Test
    void an_address_that_does_not_fit_is_told_in_a_page() {
        for (String path : List.of(
                "/?x=1",
                "/records?kind=surgery",
                "/records?from=yesterday",
                "/follow-up?state=late",
                "/follow-up?cursor=eA",
                "/quarantine?state=open&state=resolved")) {
            Registry.Answer answer = registry.page(OWN, path, "en");
            assertThat(answer.status()).as(path).isEqualTo(400);
            assertThat(answer.header("Content-Type")).startsWith("text/html");
            assertThat(answer.response().body()).contains("This can’t be shown").doesNotContain("??");
        }
    }

    @Test
    void who_read_a_page_is_noted_as_who_asked_the_interface() {
        String reader = hospital.tokens().token("a-person", OWN, "records.read outcomes.submit");
        registry.ask("/follow-up", reader);
        registry.ask("/records/of-twice", reader);
        registry.ask("/records/of-nothing", reader);
        registry.ask("/records?hospitalId=" + OTHER, reader);
        submitAgain(hospital.quarantined("ret"), reader, "x");

        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(audit("a-person"))
                        .containsExactlyInAnyOrder(
                                "GET /follow-up 50 answered",
                                "GET /records/{treatmentId} 3 answered",
                                "GET /records/{treatmentId} 0 not-found",
                                "GET /records 0 refused",
                                "POST /quarantine/{id}/resubmit 1 answered"));
    }

    private static List<String> pages() {
        return List.of(
                "/",
                "/records",
                "/records?kind=mvd",
                "/records/of-twice",
                "/records/retracted",
                "/follow-up",
                "/follow-up?state=closing",
                "/quarantine",
                "/quarantine?state=open",
                "/quarantine/" + hospital.quarantined("twice"),
                "/quarantine/" + hospital.quarantined("broken"));
    }

    private static List<String> audit(String client) {
        return registry.get(OWN, "/v1/audit?limit=1000")
                .json()
                .valueStream()
                .filter(access -> access.get("clientId").asString().equals(client))
                .map(access -> access.get("request").asString() + " "
                        + access.get("records").asLong() + " "
                        + access.get("result").asString())
                .toList();
    }

    private static Registry.Answer submitAgain(String id, String outcome) {
        return submitAgain(id, hospital.tokens().hospital(OWN), outcome);
    }

    private static Registry.Answer submitAgain(String id, String token, String outcome) {
        return registry.postForm("/quarantine/" + id + "/resubmit", token, "outcome", outcome);
    }

    private static String page(String path) {
        Registry.Answer answer = registry.page(OWN, path, "en");
        assertThat(answer.status()).as(path).isEqualTo(200);
        return answer.response().body();
    }

    private static List<JsonNode> all(String path) {
        return registry.get(OWN, path + (path.contains("?") ? "&" : "?") + "limit=1000")
                .json()
                .valueStream()
                .toList();
    }

    private static List<String> ids(List<JsonNode> rows, String field) {
        return rows.stream().map(row -> row.get(field).asString()).toList();
    }

    /** The ids that the rows of a list lead to, part after part. */
    private static List<String> rows(String path) {
        List<String> ids = new ArrayList<>();
        Optional<String> next = Optional.of(path);
        while (next.isPresent()) {
            ShownPage part = new ShownPage(page(next.get()));
            ids.addAll(part.rows());
            next = part.next();
        }
        return ids;
    }
}
