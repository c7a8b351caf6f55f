package org.hfsregistry.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hfsregistry.access.web.AccessIT.assertProblem;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import org.hfsregistry.access.signin.SignIn;
import org.hfsregistry.access.web.RunningService.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.util.UriComponentsBuilder;

/** Sign-ins that come to nothing, and who may not see a page after one that did not. */
class RefusedSignInIT {

    @RegisterExtension
    private static final SignInDesk desk = new SignInDesk();

    private final TestIssuer issuer = desk.issuer();
    private final RunningService service = desk.service();
    private final Browser browser = desk.browser();

    @Test
    void the_issuer_is_asked_with_a_state_a_nonce_and_a_challenge_all_new_each_time() {
        Map<String, String> first = asked(browser.get("/sign-in"));
        Map<String, String> second = asked(browser.get("/sign-in"));

        assertThat(first).containsEntry("response_type", "code").containsEntry("code_challenge_method", "S256");
        assertThat(first.keySet()).contains("state", "nonce", "code_challenge");
        assertThat(first.get("state")).isNotEqualTo(second.get("state"));
        assertThat(first.get("nonce")).isNotEqualTo(second.get("nonce"));
        assertThat(first.get("code_challenge")).isNotEqualTo(second.get("code_challenge"));
    }

    @Test
    void two_windows_do_not_disturb_each_other() {
        Answer first = browser.follow(browser.get("/sign-in?to=/page/1"));
        Answer second = browser.follow(browser.get("/sign-in?to=/page/2"));

        assertThat(browser.follow(first).header("Location")).isEqualTo("/page/1");
        assertThat(browser.follow(second).header("Location")).isEqualTo("/page/2");
    }

    @Test
    void sign_ins_that_are_begun_and_left_do_not_pile_up_in_the_browser() {
        for (int begun = 0; begun < 20; begun++) {
            browser.get("/sign-in");
            assertThat(browser.cookies).hasSizeBetween(1, 3);
        }
        assertThat(browser.open("/").status()).isEqualTo(200);
    }

    @Test
    void a_code_is_of_no_use_in_another_browser() {
        Answer back = browser.follow(browser.get("/sign-in"));
        try (Browser other = new Browser(service.address())) {
            assertPage(other.follow(back), 400, "This sign-in is over");
            assertThat(other.cookies).doesNotContainKey(SignInDesk.SESSION);
        }
        assertThat(browser.follow(back).status()).as("in its own it is").isEqualTo(302);
        assertPage(browser.follow(back), 400, "This sign-in is over");
    }

    @Test
    void a_state_that_is_not_the_one_that_was_sent_is_refused() {
        String back = browser.follow(browser.get("/sign-in")).header("Location");

        assertPage(browser.get(back.replaceFirst("(state=.{12}).*", "$1guessed")), 400, "This sign-in is over");
        assertPage(browser.get(SignIn.RETURNS + "?code=c"), 400, "This sign-in is over");
        assertPage(browser.get(SignIn.RETURNS), 400, "This sign-in is over");
    }

    @Test
    void a_code_without_its_verifier_is_refused() {
        Answer back = browser.follow(browser.get("/sign-in"));
        browser.cookies.replaceAll((name, value) -> altered(value, "\"verifier\":\"", "\"verifier\":\"another"));

        assertPage(browser.follow(back), 403, "invalid_grant");
        assertThat(browser.cookies).doesNotContainKey(SignInDesk.SESSION);
    }

    @Test
    void a_place_to_go_back_to_that_was_put_into_the_cookie_leads_nowhere_else() {
        Answer back = browser.follow(browser.get("/sign-in?to=/page/1"));
        browser.cookies.replaceAll((name, value) -> altered(value, "/page/1", "https://elsewhere.example"));

        assertPage(browser.follow(back), 400, "This sign-in is over");
    }

    @Test
    void an_identity_with_another_nonce_is_refused() {
        issuer.identity = claims -> claims.claim("nonce", "of an older sign-in");

        assertPage(browser.open("/"), 403, "invalid_nonce");
        assertThat(browser.cookies).doesNotContainKey(SignInDesk.SESSION);
    }

    @Test
    void an_identity_for_another_client_is_refused() {
        issuer.identity = claims -> claims.audience("another");

        assertPage(browser.open("/"), 403, "invalid_id_token");
    }

    @Test
    void an_identity_of_another_issuer_than_the_token_is_refused() {
        issuer.identity = claims -> claims.issuer("https://elsewhere.example");

        assertPage(browser.open("/"), 403, "of another issuer");
        assertThat(browser.cookies).doesNotContainKey(SignInDesk.SESSION);
    }

    @Test
    void a_token_for_another_audience_is_refused_at_the_sign_in_as_it_is_as_a_bearer() {
        issuer.person = issuer.person.andThen(claims -> claims.audience("another"))::apply;

        assertPage(browser.open("/"), 403, "not good for this service");
        assertThat(browser.cookies).doesNotContainKey(SignInDesk.SESSION);
        assertProblem(service.get("/records", issuer.accessToken()), 401, "BAD_TOKEN");
    }

    @Test
    void a_token_that_has_ended_is_refused_and_nobody_is_sent_round_in_a_circle() {
        issuer.person = issuer.person.andThen(
                claims -> claims.issueTime(Date.from(Instant.now().minusSeconds(60)))
                        .expirationTime(Date.from(Instant.now().minusSeconds(10))))::apply;

        assertPage(browser.open("/"), 403, "has ended");
    }

    @Test
    void what_the_issuer_refuses_is_said() {
        String refused = SignIn.RETURNS + "?error=access_denied&state="
                + asked(browser.get("/sign-in")).get("state");
        assertPage(browser.get(refused), 403, "did not let you sign in");

        String made = SignIn.RETURNS + "?error=%3Cscript%3E%0A&state="
                + asked(browser.get("/sign-in")).get("state");
        Answer odd = browser.get(made);
        assertPage(odd, 403, "be taken for a sign-in (?script?");
        assertThat(odd.response().body()).doesNotContain("<script");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "//evil.example",
                "/%5Cevil.example",
                "%5C/evil.example",
                "/%09/evil.example",
                "evil.example",
                ""
            })
    void a_link_that_leads_elsewhere_after_the_sign_in_is_refused(String to) {
        Answer answer = browser.get("/sign-in?to=" + to);

        assertPage(answer, 400, "leads elsewhere");
        assertThat(browser.cookies).isEmpty();
    }

    @Test
    void who_may_not_see_a_page_is_told_what_is_missing_and_can_sign_out() {
        issuer.person = claims -> claims.claim("scope", "records.read");
        issuer.identity = claims -> claims.claim("name", "<b>Ada</b>");

        Answer page = browser.open("/page/of-a-hospital");
        assertPage(page, 403, "names no hospital");
        assertThat(page.response().body()).contains("&lt;b&gt;Ada").doesNotContain("<b>Ada");
        String csrf = page.response().body().replaceFirst("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
        Answer out = browser.post("/sign-out", "application/x-www-form-urlencoded", "_csrf=" + csrf);
        assertThat(out.header("Location")).startsWith(issuer.address() + "/end?");
    }

    @Test
    void the_scope_that_is_missing_is_named_and_an_api_still_answers_with_a_problem() {
        issuer.person = claims -> claims.claim("scope", "outcomes.submit");

        assertPage(browser.open("/page/of-a-hospital"), 403, "records.read");
        assertProblem(browser.get("/records"), 403, "INSUFFICIENT_SCOPE");
        assertThat(browser.get("/numbers").status()).as("an open page").isEqualTo(200);
    }

    static void assertPage(Answer answer, int status, String words) {
        assertThat(answer.response().body()).contains(words, "<main>", "/look/house.css");
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("text/html");
        assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(answer.header("Cache-Control")).contains("no-store");
    }

    static Map<String, String> asked(Answer redirect) {
        assertThat(redirect.status()).isEqualTo(302);
        return UriComponentsBuilder.fromUriString(redirect.header("Location"))
                .build()
                .getQueryParams()
                .toSingleValueMap();
    }

    private static String altered(String cookie, String from, String to) {
        String read = new String(Base64.getUrlDecoder().decode(cookie), StandardCharsets.UTF_8);
        assertThat(read).contains(from);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(read.replace(from, to).getBytes(StandardCharsets.UTF_8));
    }
}
