package org.hfsregistry.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hfsregistry.access.web.AccessIT.assertProblem;
import static org.hfsregistry.access.web.RefusedSignInIT.assertPage;

import java.util.Optional;
import org.hfsregistry.access.web.RunningService.Answer;
import org.junit.jupiter.api.Test;

/** Services whose issuer is away, or that know none. */
class IssuerAwayIT {

    @Test
    void an_issuer_that_goes_away_during_a_sign_in_is_named() throws Exception {
        TestIssuer issuer = new TestIssuer();
        issuer.isHospital("h-01");
        try (RunningService service = RunningService.withSignIn(issuer);
                Browser browser = new Browser(service.address())) {
            Answer back = browser.follow(browser.get("/sign-in"));
            issuer.close();

            Answer away = browser.follow(back);
            assertPage(away, 503, "does not answer");
            assertThat(away.header("Retry-After")).isEqualTo("5");
        } finally {
            issuer.close();
        }
    }

    @Test
    void a_service_starts_while_the_issuer_is_away() throws Exception {
        TestIssuer issuer = new TestIssuer();
        issuer.close();
        try (RunningService service = RunningService.withSignIn(issuer);
                Browser browser = new Browser(service.address())) {
            assertThat(browser.get("/open").status()).isEqualTo(200);
            assertThat(browser.get("/page/1").header("Location")).startsWith("/sign-in?to=");
            assertThat(browser.get("/sign-in").header("Location")).startsWith(issuer.address() + "/authorize?");
        }
    }

    @Test
    void without_a_client_at_an_issuer_pages_say_so_and_clients_with_tokens_are_served() {
        try (RunningService service = new RunningService()) {
            assertPage(service.getWithoutToken("/page/1"), 503, "Sign-in is not set up");
            assertThat(service.getWithoutToken("/numbers").status()).isEqualTo(200);
            assertProblem(service.getWithoutToken("/sign-in"), 404, "NOT_FOUND");
            assertProblem(service.getWithoutToken("/signed-in"), 404, "NOT_FOUND");
            assertProblem(service.ask("POST", "/sign-out", Optional.empty()), 404, "NOT_FOUND");
            assertProblem(service.ask("POST", "/page/1", Optional.empty()), 401, "NO_TOKEN");
            assertThat(service.get("/records", service.tokens().hospital("h-01"))
                            .status())
                    .isEqualTo(200);
        }
    }
}
