package org.hfsregistry.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hfsregistry.access.web.AccessIT.assertProblem;

import java.time.Duration;
import org.hfsregistry.access.web.RunningService.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.web.util.UriComponentsBuilder;

/** From a sign-in to its end. */
class SessionIT {

    private static final String CSRF = "XSRF-TOKEN";

    @RegisterExtension
    private static final SignInDesk desk = new SignInDesk();

    private final TestIssuer issuer = desk.issuer();
    private final RunningService service = desk.service();
    private final Browser browser = desk.browser();

    @BeforeEach
    void a_person_of_a_hospital_signs_in() {
        service.clock().putRight();
        browser.cookies.put(SignInDesk.SESSION, "0123456789ABCDEF0123456789ABCDEF");
        assertThat(browser.open("/").status()).isEqualTo(200);
    }

    @Test
    void each_sign_in_makes_a_new_session_and_ends_the_one_before() {
        String first = cookie(SignInDesk.SESSION);
        assertThat(first).isNotEqualTo("0123456789ABCDEF0123456789ABCDEF");
        String csrf = cookie(CSRF);

        browser.open("/sign-in");
        String second = cookie(SignInDesk.SESSION);

        assertThat(second).isNotEqualTo(first);
        assertThat(cookie(CSRF)).isNotEqualTo(csrf);
        assertThat(browser.get("/signed-in").status()).isEqualTo(200);
        browser.cookies.put(SignInDesk.SESSION, first);
        assertProblem(browser.get("/signed-in"), 401, "NO_TOKEN");
    }

    @Test
    void a_session_ends_with_its_token() {
        service.clock().putForward(TestIssuer.VALID.minus(Duration.ofMinutes(1)));
        assertThat(browser.get("/signed-in").status()).isEqualTo(200);

        service.clock().putForward(Duration.ofMinutes(2));
        assertProblem(browser.get("/signed-in"), 401, "NO_TOKEN");
        assertProblem(browser.post("/records", "text/plain", "x", "X-XSRF-TOKEN", cookie(CSRF)), 401, "NO_TOKEN");
        assertThat(browser.get("/page/of-a-hospital").header("Location"))
                .isEqualTo("/sign-in?to=%2Fpage%2Fof-a-hospital");
        service.clock().putRight();
        assertProblem(browser.get("/signed-in"), 401, "NO_TOKEN");
    }

    @Test
    void a_sign_out_ends_the_session_and_goes_on_to_the_issuer() {
        String session = cookie(SignInDesk.SESSION);
        assertProblem(browser.post("/sign-out", "application/x-www-form-urlencoded", ""), 403, "CSRF_TOKEN_MISSING");
        assertThat(browser.get("/signed-in").status()).isEqualTo(200);

        Answer out = browser.post("/sign-out", "application/x-www-form-urlencoded", "_csrf=" + cookie(CSRF));

        assertThat(out.status()).isEqualTo(302);
        var to = UriComponentsBuilder.fromUriString(out.header("Location")).build();
        assertThat(out.header("Location")).startsWith(issuer.address() + "/end?");
        assertThat(to.getQueryParams().getFirst("post_logout_redirect_uri"))
                .isEqualTo("http%3A%2F%2F127.0.0.1%3A" + service.address().getPort() + "%2F");
        assertThat(to.getQueryParams().getFirst("id_token_hint")).matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+");
        browser.cookies.put(SignInDesk.SESSION, session);
        assertProblem(browser.get("/signed-in"), 401, "NO_TOKEN");
    }

    @Test
    void the_form_of_a_page_shows_in_its_body_where_it_comes_from() {
        String form = "application/x-www-form-urlencoded";

        Answer taken = browser.post("/page/form", form, "typed=a+b&_csrf=" + cookie(CSRF));

        assertThat(taken.status()).isEqualTo(200);
        assertThat(taken.text("typed")).isEqualTo("a b");
        assertProblem(browser.post("/page/form", form, "typed=a"), 403, "CSRF_TOKEN_MISSING");
        assertProblem(browser.post("/records", form, "typed=a&_csrf=" + cookie(CSRF)), 403, "CSRF_TOKEN_MISSING");
        Answer tooOld = browser.post("/page/form", form, "typed=a&_csrf=old", "Accept", "text/html,*/*;q=0.8");
        assertThat(tooOld.status()).isEqualTo(403);
        assertThat(tooOld.response().body()).contains("This form is too old", "Go back in your browser");
    }

    @Test
    void a_form_of_who_is_not_signed_in_any_more_is_told_so_in_a_page() {
        service.clock().putForward(TestIssuer.VALID.plus(Duration.ofMinutes(1)));

        Answer late = browser.post(
                "/page/form",
                "application/x-www-form-urlencoded",
                "typed=a&_csrf=" + cookie(CSRF),
                "Accept",
                "text/html");

        assertThat(late.status()).isEqualTo(401);
        assertThat(late.response().body()).contains("You are not signed in any more", "What you sent was not taken");
    }

    @Test
    void a_sign_out_of_nobody_leads_to_the_start() {
        try (Browser nobody = new Browser(service.address())) {
            Answer out = nobody.post("/sign-out", "application/x-www-form-urlencoded", "");

            assertThat(out.status()).isEqualTo(302);
            assertThat(out.header("Location")).isEqualTo("/");
        }
    }

    @Test
    void pages_load_and_send_only_within_the_service_and_are_not_kept() {
        Answer page = browser.get("/page/of-a-hospital");

        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "base-uri 'none'")
                .endsWith("form-action 'self' " + issuer.address())
                .doesNotContain("unsafe");
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.header("Cache-Control")).contains("no-store");
    }

    private String cookie(String name) {
        return browser.cookies.getOrDefault(name, "");
    }
}
