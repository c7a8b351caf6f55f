package org.hfsregistry.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.hfsregistry.intake.browser.Browser;
import org.hfsregistry.intake.browser.SubmitScreen;
import org.hfsregistry.intake.running.RunningIntake;
import org.hfsregistry.platform.Platform;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

class SubmitPageIT {

    @SuppressWarnings("NullAway.Init")
    private static RunningIntake intake;

    @SuppressWarnings("NullAway.Init")
    private static Browser browser;

    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @BeforeAll
    static void start(@TempDir Path temporary) {
        assumeTrue(Browser.isHere(), "chromium and chromedriver are not both on the PATH");
        folder = temporary;
        intake = new RunningIntake(folder, Platform.forTests().kafkaBootstrap(), "page.");
        browser = Browser.start(folder);
        browser.size(1280, 1000);
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
            intake.close();
        }
    }

    @Test
    void twelve_faults_get_twelve_explanations_each_at_its_cell() throws IOException {
        long before = intake.log().size();

        SubmitScreen screen = open("h-01")
                .choose(file("twelve-faults.csv", TwelveFaults.TABLE))
                .until("checked complete");

        assertThat(screen.account()).containsExactly("14", "2", "12");
        List<WebElement> told = screen.all("#faulty tbody tr:not(.others)");
        assertThat(told).hasSize(12);
        for (int i = 0; i < told.size(); i++) {
            TwelveFaults.Fault fault = TwelveFaults.FAULTS.get(i);
            WebElement row = told.get(i);
            assertThat(row.findElement(By.className("line")).getText()).startsWith("Line " + fault.line());
            assertThat(row.getAttribute("data-code")).isEqualTo(fault.code());
            assertThat(row.findElement(By.className("field")).getText()).isEqualTo(fault.field());
            assertThat(row.findElement(By.className("marked")).getText()).contains(fault.value());
            assertThat(row.findElement(By.className("why")).getText()).contains(fault.why());
            assertThat(row.findElement(By.className("fix")).getText()).contains(fault.fix());
        }
        assertThat(intake.log().size()).isEqualTo(before);
        assertThat(browser.barriers()).isEmpty();
    }

    private static SubmitScreen open(String hospitalId) {
        browser.sends(Map.of("Authorization", "Bearer " + intake.tokens().hospital(hospitalId)));
        return SubmitScreen.open(browser, "http://127.0.0.1:" + intake.port() + "/");
    }

    private static Path file(String name, String content) throws IOException {
        return Files.write(folder.resolve(name), content.getBytes(UTF_8));
    }
}
