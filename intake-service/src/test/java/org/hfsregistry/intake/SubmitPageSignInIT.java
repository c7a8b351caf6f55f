package org.hfsregistry.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.nimbusds.jose.JOSEException;
import java.io.IOException;
import java.nio.file.Path;
import org.hfsregistry.intake.browser.RunningPage;
import org.hfsregistry.intake.browser.SignInIssuer;
import org.hfsregistry.intake.browser.SubmitScreen;
import org.hfsregistry.look.browser.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person who signs in: the session stands for a token that the browser never sees. */
class SubmitPageSignInIT {

    private static final String TABLE = """
            type,outcomeId,patientId,treatmentId,side,treatedOn,assessedOn,spasmGrade
            mvd-outcome,s-1,80011,t-1,left,2023-03-01,2024-03-03,E0
            """;

    @SuppressWarnings("NullAway.Init")
    private static SignInIssuer issuer;

    @SuppressWarnings("NullAway.Init")
    private static RunningPage page;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException, JOSEException {
        assumeTrue(Browser.isHere(), "chromium and chromedriver are not both on the PATH");
        issuer = new SignInIssuer("h-09");
        page = new RunningPage(folder, "pagesignin.", issuer.settings());
    }

    @AfterAll
    static void stop() {
        if (page != null) {
            page.close();
            issuer.close();
        }
    }

    @Test
    void signs_in_submits_sees_the_receipt_and_signs_out() {
        SubmitScreen screen = SubmitScreen.open(page.browser(), page.address());
        screen.press("#sign-in");
        assertThat(screen.awaited(".caller span").getText()).isEqualTo("h-09");

        screen.choose(page.file("signed-in.csv", TABLE)).until("checked complete");
        assertThat(screen.account()).containsExactly("1", "1", "0");
        screen.press("#submit").until("submitted complete");
        page.browser().await(() -> "0".equals(screen.one("#receipts").getAttribute("data-waiting")));
        assertThat(screen.text("#receipts-rows tr")).startsWith("s-1").contains("registered");
        assertThat(page.registry().bearers()).isNotEmpty().allMatch(bearer -> bearer.startsWith("Bearer ey"));
        assertThat(page.intake().log().size()).isEqualTo(1);
        assertThat(page.browser().script("return document.cookie")).asString().doesNotContain("ey");
        assertThat(page.browser().barriers()).isEmpty();

        screen.press("#sign-out button");
        page.browser().awaitAddress("/end");
        assertThat(screen.text("h1")).isEqualTo("You have signed out");
        SubmitScreen.open(page.browser(), page.address());
        assertThat(screen.awaited("#sign-in").getText()).isEqualTo("Sign in as h-09");
    }
}
