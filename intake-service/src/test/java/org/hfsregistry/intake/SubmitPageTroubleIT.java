package org.hfsregistry.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.hfsregistry.intake.browser.RunningPage;
import org.hfsregistry.intake.browser.SubmitScreen;
import org.hfsregistry.intake.running.FullDuplexUpload;
import org.hfsregistry.intake.running.RawOutcomes;
import org.hfsregistry.look.browser.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes between a person and a submission: each is said in words, and nothing is lost or counted twice. */
class SubmitPageTroubleIT {

    private static final String TABLE = """
            type,outcomeId,patientId,treatmentId,side,treatedOn,assessedOn,spasmGrade
            mvd-outcome,x-1,80011,t-1,left,2023-03-01,2024-03-03,E0
            mvd-outcome,x-2,80012,t-2,left,2023-03-01,2024-03-03,E1
            """;

    @SuppressWarnings("NullAway.Init")
    private static RunningPage page;

    /** Intake has room for one batch at a time. */
    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        assumeTrue(Browser.isHere(), "chromium and chromedriver are not both on the PATH");
        page = new RunningPage(
                folder,
                "pagetrouble.",
                "--hfs.intake.limits.unread-report=1MB",
                "--hfs.intake.limits.unread-reports=1MB");
    }

    @AfterAll
    static void stop() {
        if (page != null) {
            page.close();
        }
    }

    @Test
    void a_broken_connection_is_mended_by_sending_again() {
        SubmitScreen screen = page.open("h-01");
        page.browser().offline(true);
        screen.choose(page.file("broken.csv", TABLE));
        assertThat(screen.awaited("#pause .note").getText())
                .contains("The connection broke.", "not counted twice", "Send again");

        page.browser().offline(false);
        screen.press("#pause button").until("checked complete");
        assertThat(screen.account()).containsExactly("2", "2", "0");
    }

    @Test
    void a_pause_that_intake_asks_for_is_counted_down_and_then_it_goes_on() throws IOException {
        SubmitScreen screen = page.open("h-01");
        try (FullDuplexUpload other = busyWithAnother()) {
            screen.choose(page.file("busy.csv", TABLE));
            assertThat(screen.awaited("#pause .note").getText()).contains("busy", "Nothing is lost");
            assertThat(screen.text("#pause [role=timer]")).matches("It goes on in \\d+ seconds?\\.");
            assertThat(screen.one("#pause button").isEnabled()).isFalse();
            page.picture("busy", 560);
            other.end();
            assertThat(other.nextLine()).contains("summary");
        }
        screen.until("checked complete");
        assertThat(screen.account()).containsExactly("2", "2", "0");
        assertThat(screen.shown("#pause .note")).isFalse();
    }

    @Test
    void a_submission_can_be_cancelled_while_it_waits() throws IOException {
        SubmitScreen screen =
                page.open("h-01").choose(page.file("cancelled.csv", TABLE)).until("checked complete");
        long before = page.intake().log().size();
        try (FullDuplexUpload other = busyWithAnother()) {
            screen.press("#submit");
            screen.awaited("#pause .note");
            screen.press("#cancel").until("submitted cancelled");
            other.end();
            assertThat(other.nextLine()).contains("summary");
        }
        assertThat(screen.text("#notes")).contains("You cancelled. 0 rows had been accepted and stay");
        assertThat(page.intake().log().size()).isEqualTo(before);
    }

    @Test
    void who_is_signed_out_in_the_middle_keeps_the_file_and_goes_on() {
        SubmitScreen screen =
                page.open("h-01").choose(page.file("signed-out.csv", TABLE)).until("checked complete");
        page.isSignedOut();
        screen.press("#submit");
        assertThat(screen.awaited("#pause .note").getText()).contains("You are signed out. Your file is still here");
        assertThat(screen.one("#pause a").getAttribute("href")).isEqualTo(page.address() + "sign-in?to=/");
        assertThat(screen.one("#pause a").getAttribute("target")).isEqualTo("_blank");

        page.isSignedIn("h-01");
        screen.press("#pause button").until("submitted complete");
        assertThat(screen.account()).containsExactly("2", "2", "0");
    }

    @Test
    void another_file_takes_the_place_of_one_that_waits() throws IOException {
        SubmitScreen screen = page.open("h-01");
        try (FullDuplexUpload other = busyWithAnother()) {
            screen.choose(page.file("first.csv", TABLE));
            screen.awaited("#pause .note");
            screen.choose(page.file("second.csv", TABLE));
            assertThat(screen.text("#progress-title")).isEqualTo("Checking second.csv");
            other.end();
            assertThat(other.nextLine()).contains("summary");
        }
        screen.until("checked complete");
        assertThat(screen.text("#result-title")).isEqualTo("Result of the check: second.csv");
    }

    /** The batch of another hospital is under way, and takes all the room there is. */
    private static FullDuplexUpload busyWithAnother() throws IOException {
        FullDuplexUpload other = FullDuplexUpload.begin(page.intake(), "h-02", "?rows=all&dryRun=true");
        other.send(RawOutcomes.assessment("other") + "\n");
        assertThat(other.nextLine()).contains("accepted");
        return other;
    }
}
