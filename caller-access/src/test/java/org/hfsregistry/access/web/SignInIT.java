package org.hfsregistry.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hfsregistry.access.web.AccessIT.assertProblem;

import java.net.http.HttpRequest;
import java.util.Set;
import org.hfsregistry.access.web.RunningService.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A person with a browser at a service that has a sign-in. */
class SignInIT {

    private static final String CSRF = "XSRF-TOKEN";

    @RegisterExtension
    private static final SignInDesk desk = new SignInDesk();

    private final TestIssuer issuer = desk.issuer();
    private final RunningService service = desk.service();
    private final Browser browser = desk.browser();

    @Test
    void who_asks_for_a_page_is_signed_in_and_comes_back_to_it() {
        Answer page = browser.open("/page/of-a-hospital?month=3&name=a%20b");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text("page")).isEqualTo("/page/of-a-hospital");
        assertThat(page.text("query")).isEqualTo("month=3&name=a%20b");
        assertThat(page.text("client")).contains("h-01");
    }

    @Test
    void a_session_is_the_caller_that_its_token_is() {
        browser.open("/");
        String token = browser.get("/records/token").text("token");

        assertThat(browser.get("/numbers").text("client"))
                .isEqualTo(service.get("/numbers", token).text("client"));
        assertThat(browser.get("/records").status()).isEqualTo(200);
        assertProblem(browser.get("/admin"), 403, "INSUFFICIENT_SCOPE");
        assertProblem(service.get("/admin", token), 403, "INSUFFICIENT_SCOPE");
    }

    @Test
    void says_who_is_signed_in() {
        assertProblem(browser.get("/signed-in"), 401, "NO_TOKEN");
        browser.open("/");
        Answer reader = browser.get("/signed-in");

        assertThat(reader.status()).isEqualTo(200);
        assertThat(reader.text("clientId")).isEqualTo("pages");
        assertThat(reader.text("name")).isEqualTo("Ada Example");
        assertThat(reader.text("hospitalId")).isEqualTo("h-01");
        assertThat(reader.json().path("scopes").valueStream().map(scope -> scope.asString()))
                .containsExactly("openid", "outcomes.submit", "records.read");
        assertThat(reader.text("until")).endsWith("Z");
        assertThat(reader.header("Cache-Control")).contains("no-store");
    }

    @Test
    void what_changes_something_has_to_come_from_a_page() {
        browser.open("/");
        String csrf = browser.cookies.getOrDefault(CSRF, "");

        assertProblem(browser.post("/records", "text/plain", "x"), 403, "CSRF_TOKEN_MISSING");
        assertProblem(
                browser.post("/records", "text/plain", "x", "X-XSRF-TOKEN", "guessed"), 403, "CSRF_TOKEN_MISSING");
        assertProblem(
                browser.post("/records", "application/x-www-form-urlencoded", "_csrf=" + csrf),
                403,
                "CSRF_TOKEN_MISSING");
        Answer taken = browser.post("/records", "text/plain", "x", "X-XSRF-TOKEN", csrf);
        assertThat(taken.status()).as(taken.response().body()).isEqualTo(200);
        assertThat(taken.text("body")).isEqualTo("x");
    }

    @Test
    void a_token_in_a_header_decides_even_beside_a_session() {
        browser.open("/");
        issuer.isHospital("h-02");
        HttpRequest.Builder request = HttpRequest.newBuilder(service.address().resolve("/numbers"));

        Answer answer = browser.send(request.copy().header("Authorization", "Bearer " + issuer.accessToken()));
        assertThat(answer.text("client")).contains("h-02").doesNotContain("h-01");
        assertProblem(browser.send(request.copy().header("Authorization", "Bearer no.token")), 401, "BAD_TOKEN");
    }

    @Test
    void cookies_are_of_this_site_and_only_the_page_s_own_can_be_read_by_scripts() {
        browser.open("/");

        assertThat(browser.setCookies.getOrDefault(SignInDesk.SESSION, ""))
                .contains("HttpOnly", "SameSite=Lax", "Path=/");
        assertThat(browser.setCookies.getOrDefault(CSRF, ""))
                .contains("SameSite=Lax", "Path=/")
                .doesNotContain("HttpOnly");
        assertThat(browser.setCookies.values())
                .filteredOn(cookie -> cookie.startsWith(SignInDesk.SESSION + "-sign-in-"))
                .singleElement()
                .asString()
                .contains("HttpOnly", "SameSite=Lax", "Max-Age=0");
        assertThat(browser.cookies.keySet()).isEqualTo(Set.of(SignInDesk.SESSION, CSRF));
    }

    @Test
    void behind_a_proxy_with_https_addresses_begin_so_and_cookies_are_for_https_only() {
        try (RunningService behind = RunningService.withSignIn(issuer, "--server.forward-headers-strategy=native");
                Browser reader = new Browser(behind.address())) {
            Answer begun = reader.send(HttpRequest.newBuilder(behind.address().resolve("/sign-in"))
                    .header("X-Forwarded-Proto", "https")
                    .header("X-Forwarded-Host", "pages.example"));

            assertThat(begun.header("Location")).contains("redirect_uri=https://pages.example/login/oauth2/code/hfs&");
            assertThat(reader.setCookies.values()).hasSize(1).allMatch(cookie -> cookie.contains("Secure"));
        }
    }
}
