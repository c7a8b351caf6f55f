package org.hfsregistry.registry.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hfsregistry.registry.run.HospitalWithRecords.OWN;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.look.browser.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The pages as a hospital's people have them: in the light, in the dark, on a phone, by keyboard, without scripts. */
class RecordPagesInBrowserIT {

    private static final int WIDTH = 1100;
    private static final int PHONE = 360;
    private static final int HEIGHT = 900;

    private static HospitalWithRecords hospital;
    private static Browser browser;

    @BeforeAll
    static void start(@TempDir Path folder) {
        assumeTrue(Browser.isHere(), "chromium and chromedriver are not both on the PATH");
        hospital = new HospitalWithRecords(folder, "spasmGarde");
        browser = Browser.start(folder);
        browser.sends(Map.of("Authorization", "Bearer " + hospital.tokens().hospital(OWN)));
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
            hospital.close();
        }
    }

    @BeforeEach
    void atADeskInTheLight() {
        browser.scripts(true);
        browser.dark(false);
        browser.desk(WIDTH, HEIGHT);
        browser.complaints();
    }

    @Test
    void every_page_shuts_nobody_out_complains_of_nothing_and_asks_no_other_host() {
        for (Map.Entry<String, String> page : pages().entrySet()) {
            String path = page.getValue();
            open(path);
            picture(page.getKey());
            browser.all("details").forEach(WebElement::click);
            assertThat(browser.barriers()).as(path).isEmpty();
            browser.dark(true);
            assertThat(browser.barriers()).as(path + " in the dark").isEmpty();
            browser.dark(false);
            assertThat(browser.complaints()).as(path).isEmpty();
            assertThat(browser.loaded())
                    .as(path)
                    .isNotEmpty()
                    .allMatch(address -> address.startsWith(hospital.address()));
        }
    }

    @Test
    void every_page_fits_a_phone() {
        browser.phone(PHONE, HEIGHT);
        for (String path : pages().values()) {
            open(path);
            browser.all("details").forEach(WebElement::click);
            assertThat(browser.script("return document.documentElement.scrollWidth"))
                    .as(path)
                    .isEqualTo((long) PHONE);
            assertThat(browser.barriers()).as(path).isEmpty();
        }
    }

    @Test
    void an_outcome_is_mended_without_scripts() {
        hospital.conflictsOver("without-scripts");
        browser.scripts(false);
        open("/quarantine/" + hospital.quarantined("without-scripts"));

        type("{");
        browser.one("#resubmit").click();
        browser.await(() -> !browser.all("#refused").isEmpty());
        assertThat(browser.one("#refused").getText()).contains("not one JSON object");
        assertThat(browser.one("#outcome").getText()).isEqualTo("{");

        type(HospitalWithRecords.json(HospitalWithRecords.named(OWN, "without-scripts", 2, SpasmGrade.E2)));
        browser.one("#resubmit").click();
        browser.await(() -> !browser.all("#resubmission").isEmpty());
        hospital.followed();
        browser.driver().navigate().refresh();
        assertThat(browser.one("#receipt").getText()).contains("registered");
        assertThat(browser.one("#state").getText()).startsWith("Settled");
    }

    @Test
    void what_is_wrong_with_a_mended_outcome_shuts_nobody_out() {
        open("/quarantine/" + hospital.quarantined("twice"));
        type(browser.one("#outcome").getText().replace("E2", "E7"));
        browser.one("#resubmit").click();
        browser.await(() -> !browser.all("tr.fault").isEmpty());
        picture("quarantined-fault");
        for (boolean dark : List.of(false, true)) {
            browser.dark(dark);
            assertThat(browser.barriers()).isEmpty();
        }
    }

    @Test
    void a_treatment_is_opened_and_a_list_gone_on_with_by_keyboard() {
        open("/");
        browser.tabTo("treatment-id").sendKeys("of-twice");
        browser.tabTo("open").sendKeys(Keys.ENTER);
        browser.awaitAddress("/records/of-twice");
        assertThat(browser.one("h1").getText()).isEqualTo("Treatment of-twice");

        open("/follow-up?state=open");
        assertThat(browser.all("tr.due")).hasSize(50);
        browser.tabTo("next").sendKeys(Keys.ENTER);
        browser.awaitAddress("cursor=");
        assertThat(browser.all("tr.due")).hasSize(HospitalWithRecords.MANY - 50);
    }

    /** By the names of their pictures. */
    private static Map<String, String> pages() {
        return Map.of(
                "desk",
                "/",
                "records",
                "/records?kind=mvd",
                "record",
                "/records/of-twice",
                "follow-up",
                "/follow-up",
                "quarantine",
                "/quarantine",
                "quarantined",
                "/quarantine/" + hospital.quarantined("twice"),
                "",
                "/quarantine/" + hospital.quarantined("broken"));
    }

    private static void open(String path) {
        browser.driver().get(hospital.address() + path);
    }

    /** Keeps a picture for the documents, where {@code -Dhfs.pictures} names a folder for them. */
    private static void picture(String name) {
        String pictures = System.getProperty("hfs.pictures");
        if (pictures != null && !name.isEmpty()) {
            browser.picture(Path.of(pictures, name + ".png"), 1500);
        }
    }

    private static void type(String text) {
        browser.one("#outcome").clear();
        browser.one("#outcome").sendKeys(text);
    }
}
