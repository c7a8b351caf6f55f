package org.hfsregistry.local.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.hfsregistry.look.browser.Browser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.WebElement;

/** The whole way of a person: what the start printed, the page in a browser, the sign-in, a file, its receipt. */
class SubmitPageIT {

    private static final Pattern PRINTED =
            Pattern.compile("page +(http://\\S+/) .* its id and the password ([a-z2-9]{4}(?:-[a-z2-9]{4}){2})$");

    private static final String TABLE = """
            type,outcomeId,patientId,treatmentId,side,treatedOn,assessedOn,spasmGrade
            mvd-outcome,by-page-1,80011,op-1,left,2023-03-01,2024-03-03,E0
            mvd-outcome,by-page-2,80012,op-2,left,2023-03-01,2024-03-03,E9
            """;

    @Test
    void signs_in_drops_a_file_submits_it_and_sees_that_it_is_registered(@TempDir Path folder) throws Exception {
        assumeTrue(Browser.isHere(), "chromium and chromedriver are not both on the PATH");
        MatchResult printed = SharedRun.get().running().printed().stream()
                .flatMap(line -> PRINTED.matcher(line).results())
                .findFirst()
                .orElseThrow();
        try (Browser browser = Browser.start(folder)) {
            browser.desk(1100, 900);
            browser.driver().get(printed.group(1));
            one(browser, "[name=username]").sendKeys("it-by-page");
            one(browser, "[name=password]").sendKeys(printed.group(2));
            one(browser, "[name=password]").submit();

            Path file = Files.writeString(folder.resolve("outcomes.csv"), TABLE);
            one(browser, "#file:enabled").sendKeys(file.toString());
            browser.await(
                    () -> "checked complete".equals(one(browser, "#result").getAttribute("data-end")));
            assertThat(one(browser, "#faulty .marked").getText()).contains("E9");
            one(browser, "#submit").click();
            browser.await(
                    () -> "submitted complete".equals(one(browser, "#result").getAttribute("data-end")));
            browser.await(() -> "0".equals(one(browser, "#receipts").getAttribute("data-waiting")));
            assertThat(one(browser, "#receipts-rows tr").getText())
                    .startsWith("by-page-1")
                    .contains("registered");
        }
    }

    private static WebElement one(Browser browser, String selector) {
        browser.await(() -> !browser.all(selector).isEmpty());
        return browser.one(selector);
    }
}
