package org.hfsregistry.local.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hfsregistry.local.up.Hospital.assessment;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.hfsregistry.contract.caller.Scope;
import org.hfsregistry.local.run.Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A person who reads what the start printed, and signs in at a page with it. */
class SignInIT {

    private static final Pattern PRINTED =
            Pattern.compile("page +(http://\\S+/) .* its id and the password ([a-z2-9]{4}(?:-[a-z2-9]{4}){2})$");

    private static SharedRun run;
    private static URI page;
    private static String password;

    private Visitor visitor;

    @BeforeAll
    static void read_what_is_printed() throws Exception {
        run = SharedRun.get();
        MatchResult printed = run.running().printed().stream()
                .flatMap(line -> PRINTED.matcher(line).results())
                .findFirst()
                .orElseThrow();
        page = URI.create(printed.group(1));
        password = printed.group(2);
    }

    @BeforeEach
    void come() {
        visitor = new Visitor();
    }

    @AfterEach
    void go() {
        visitor.close();
    }

    @Test
    void a_hospital_signs_in_submits_and_signs_out() throws Exception {
        HttpResponse<String> form = visitor.open(page);
        assertThat(form.uri().getPort()).isEqualTo(run.addresses().port(Server.ISSUER));
        HttpResponse<String> back = visitor.signIn(form, "it-person", password);
        assertThat(back.uri()).isEqualTo(page);

        JsonNode reader = json(visitor.open(run.at(Server.INTAKE, "/signed-in")));
        assertThat(reader.path("hospitalId").asString()).isEqualTo("it-person");
        assertThat(reader.path("name").asString()).isEqualTo("it-person");
        assertThat(reader.path("scopes").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrder(Scope.SUBMIT, Scope.READ_RECORDS, Scope.ERASE_RECORDS);
        HttpResponse<String> accepted =
                visitor.post(run.at(Server.INTAKE, "/v1/outcomes"), assessment("a-1", 1, "4711", "t-1", "E0"));
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
        new Hospital(run, "it-person").awaitCount(1, 1);

        HttpResponse<String> out = visitor.signOut(page);
        assertThat(out.uri().getPath()).as("the issuer asks again who it is").isEqualTo("/login");
        assertThat(visitor.open(run.at(Server.INTAKE, "/signed-in")).statusCode())
                .isEqualTo(401);
    }

    @Test
    void one_sign_in_is_for_all_services() throws Exception {
        visitor.signIn(visitor.open(page), "it-everywhere", password);

        for (Server service : List.of(Server.REGISTRY, Server.ANALYTICS, Server.INTAKE)) {
            HttpResponse<String> reader = visitor.open(run.at(service, "/sign-in?to=/signed-in"));
            assertThat(json(reader).path("hospitalId").asString()).isEqualTo("it-everywhere");
        }
        for (Server service : List.of(Server.REGISTRY, Server.ANALYTICS, Server.INTAKE)) {
            assertThat(visitor.open(run.at(service, "/signed-in")).statusCode())
                    .as("sessions of services that share a host do not end each other")
                    .isEqualTo(200);
        }
    }

    @Test
    void a_hospital_mends_at_the_registrys_pages_what_it_sent_at_intakes() throws Exception {
        visitor.signIn(visitor.open(page), "it-mends", password);
        for (String grade : List.of("E0", "E2")) {
            HttpResponse<String> accepted =
                    visitor.post(run.at(Server.INTAKE, "/v1/outcomes"), assessment("m-1", 1, "4711", "t-1", grade));
            assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
        }
        await().atMost(Duration.ofMinutes(1)).until(() -> quarantine().contains("m-1"));
        URI one = run.at(
                Server.REGISTRY,
                Pattern.compile("/quarantine/[0-9-]+")
                        .matcher(quarantine())
                        .results()
                        .findFirst()
                        .orElseThrow()
                        .group());
        HttpResponse<String> shown = visitor.open(one);
        String mended = HtmlUtils.htmlUnescape(between(shown.body(), "aria-describedby=\"mend-hint\">", "</textarea>"))
                .replace("\"revision\" : 1", "\"revision\" : 2");

        HttpResponse<String> without =
                visitor.submitForm(URI.create(one + "/resubmit"), Map.of("outcome", mended, "_csrf", "guessed"));
        assertThat(without.statusCode()).isEqualTo(403);
        HttpResponse<String> submitted =
                visitor.submitForm(URI.create(one + "/resubmit"), shown, Map.of("outcome", mended));
        assertThat(submitted.statusCode()).as(submitted.body()).isEqualTo(303);

        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(
                        () -> assertThat(visitor.open(one).body()).contains("In its stead counts m-1, revision 2."));
    }

    private String quarantine() throws Exception {
        return visitor.open(run.at(Server.REGISTRY, "/quarantine?state=open")).body();
    }

    private static String between(String text, String from, String to) {
        int begin = text.indexOf(from) + from.length();
        return text.substring(begin, text.indexOf(to, begin));
    }

    @Test
    void who_writes_localhost_gets_in_as_well() throws Exception {
        URI local = URI.create("http://localhost:" + page.getPort() + "/signed-in");
        HttpResponse<String> reader =
                visitor.signIn(visitor.open(local.resolve("/sign-in?to=/signed-in")), "it-local", password);

        assertThat(reader.uri()).isEqualTo(local);
        assertThat(json(reader).path("hospitalId").asString()).isEqualTo("it-local");
    }

    @Test
    void a_wrong_password_is_refused() throws Exception {
        HttpResponse<String> refused = visitor.signIn(visitor.open(page), "it-person", password + "x");

        assertThat(refused.body()).contains("is not right");
        assertThat(visitor.open(page).uri().getPath()).isEqualTo("/login");
    }

    @Test
    void a_researcher_has_the_rights_of_one_and_is_told_so() throws Exception {
        HttpResponse<String> refused = visitor.signIn(visitor.open(page), "researcher", password);

        assertThat(refused.uri()).isEqualTo(page);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains(Scope.SUBMIT);
        JsonNode reader = json(visitor.open(run.at(Server.ANALYTICS, "/sign-in?to=/signed-in")));
        assertThat(reader.path("scopes").valueStream().map(JsonNode::asString)).containsExactly(Scope.READ_STATISTICS);
        assertThat(reader.has("hospitalId")).isFalse();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }
}
