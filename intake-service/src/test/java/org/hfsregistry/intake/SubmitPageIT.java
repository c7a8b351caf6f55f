package org.hfsregistry.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.hfsregistry.intake.browser.RunningPage;
import org.hfsregistry.intake.browser.SubmitScreen;
import org.hfsregistry.look.browser.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

class SubmitPageIT {

    private static final String HEADER =
            "type,outcomeId,patientId,treatmentId,side,treatedOn,assessedOn,spasmGrade,complications\n";

    @SuppressWarnings("NullAway.Init")
    private static RunningPage page;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        assumeTrue(Browser.isHere(), "chromium and chromedriver are not both on the PATH");
        page = new RunningPage(folder, "page.");
    }

    @AfterEach
    void atADeskInTheLight() {
        page.browser().dark(false);
        page.desk();
    }

    @AfterAll
    static void stop() {
        if (page != null) {
            page.close();
        }
    }

    @Test
    void twelve_faults_get_twelve_explanations_each_at_its_cell_and_nothing_is_published() {
        long before = page.intake().log().size();

        SubmitScreen screen = checkedTwelve();

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
        page.picture("checked", 1180);
        assertThat(screen.texts("#faulty .cells .told dd")).contains("E9", "links", "03/01/2023", "a lot");
        assertThat(page.intake().log().size()).isEqualTo(before);
    }

    @Test
    void the_faulty_rows_come_back_as_they_were_and_are_accepted_when_they_are_mended() {
        SubmitScreen screen = checkedTwelve();
        screen.press("#save-rows").press("#save-explanations");

        String rows = new String(page.browser().saved("twelve-faults-faulty-rows.csv"), UTF_8);
        assertThat(rows).isEqualTo(TwelveFaults.FAULTY_ROWS);
        assertThat(new String(page.browser().saved("twelve-faults-explanations.csv"), UTF_8))
                .startsWith("\uFEFFrow,outcomeId,field,code,value,message,fix\r\n3,op-02,spasmGrade,UNKNOWN_CODE,E9,")
                .hasLineCount(13);

        long before = page.intake().log().size();
        screen.choose(page.file("mended.csv", TwelveFaults.mended(rows))).until("checked complete");
        assertThat(screen.account()).containsExactly("12", "12", "0");
        screen.press("#submit").until("submitted complete");
        assertThat(screen.account()).containsExactly("12", "12", "0");
        assertThat(page.intake().log().size()).isEqualTo(before + 12);
    }

    @Test
    void what_is_wrong_with_the_header_is_told_at_the_header() {
        SubmitScreen screen = page.open("h-01")
                .choose(page.file("header.csv", "type;patientId;spasmgrad;side\nmvd-outcome;8001;E0;left\n"))
                .until("checked refused");

        assertThat(screen.texts("#header .line")).containsExactly("Header");
        assertThat(screen.texts("#header .field")).containsExactly("spasmgrad", "outcomeId");
        assertThat(screen.texts("#header .marked"))
                .satisfiesExactly(
                        name -> assertThat(name).contains("spasmgrad"),
                        none -> assertThat(none).contains("not there"));
        page.picture("header", 1000);
        assertThat(screen.text("#header .fix")).contains("did you mean spasmGrade?");
        assertThat(screen.shown("#submit")).isFalse();
        assertThat(page.browser().barriers()).isEmpty();
    }

    @Test
    void what_is_odd_is_told_and_is_no_fault() {
        SubmitScreen screen =
                page.open("h-01").choose(page.file("odd.csv", """
                        record_id,type,outcomeId,patientId,treatmentId,side,treatedOn,injectionNumber,product,doseUnits,responded
                        1,botox-relief,inj-1,8001,i-1,left,2024-03-01,1,onabotulinum,150,no
                        """)).until("checked complete");

        assertThat(screen.account()).containsExactly("1", "1", "0");
        assertThat(screen.text("#notes")).contains("The row is good", "not read: record_id");
        screen.press("#odd summary");
        assertThat(screen.text("#odd .field")).isEqualTo("doseUnits");
        assertThat(screen.text("#odd .marked")).contains("150");
    }

    @Test
    void what_is_submitted_gets_a_receipt_as_soon_as_it_has_arrived() {
        SubmitScreen screen = page.open("h-02")
                .choose(page.file("two.csv", HEADER + row("r-1") + row("r-conflict") + row("r 3")))
                .until("checked complete");
        assertThat(screen.text("#submit")).isEqualTo("Submit the 2 accepted rows");

        screen.press("#submit").until("submitted complete");

        assertThat(screen.account()).containsExactly("3", "2", "1");
        page.browser().await(() -> "0".equals(screen.one("#receipts").getAttribute("data-waiting")));
        assertThat(screen.texts("#receipts-rows tr"))
                .containsExactly(
                        "r-1\n✓\nregistered",
                        "r-conflict\n✕\nin quarantine\nthe same revision came with other content");
        page.picture("receipts", 1180);
        assertThat(screen.text("#receipts-account")).contains("1 registered.", "1 in quarantine");
        assertThat(page.browser().barriers()).isEmpty();
    }

    @Test
    void everything_is_done_by_keyboard() {
        SubmitScreen screen = page.open("h-03");
        WebElement at = page.browser().tabTo("file");
        at.sendKeys(page.file("keys.csv", HEADER + row("k-1")).toString());
        screen.until("checked complete");
        assertThat(page.browser().focused().getAttribute("id")).isEqualTo("result-title");
        assertThat(screen.one("#news").getText()).contains("The row is good");

        page.browser().tabTo("submit").sendKeys(Keys.ENTER);
        screen.until("submitted complete");
        assertThat(page.browser().focused().getAttribute("id")).isEqualTo("result-title");
    }

    @Test
    void fits_a_phone() {
        page.phone();
        SubmitScreen screen = checkedTwelve();
        assertThat(page.browser().script("return [innerWidth, document.documentElement.scrollWidth]"))
                .isEqualTo(List.of(360L, 360L));
        assertThat(screen.all("#faulty tbody tr:not(.others)"))
                .allSatisfy(
                        row -> assertThat(row.findElement(By.className("fix")).isDisplayed())
                                .isTrue());
        page.picture("phone", 1400);
        assertThat(page.browser().barriers()).isEmpty();
    }

    @Test
    void shuts_nobody_out_in_the_light_and_in_the_dark() {
        SubmitScreen screen = page.open("h-01");
        page.picture("start", 560);
        assertThat(page.browser().barriers()).isEmpty();
        screen.choose(page.file("twelve-faults.csv", TwelveFaults.TABLE)).until("checked complete");
        assertThat(page.browser().barriers()).isEmpty();
        page.browser().dark(true);
        assertThat(screen.one("body").getCssValue("background-color")).isEqualTo("rgba(15, 24, 27, 1)");
        page.picture("dark", 1180);
        assertThat(page.browser().barriers()).isEmpty();
    }

    @Test
    void speaks_german_to_whom_asks_for_it() {
        page.browser()
                .sends(Map.of(
                        "Authorization",
                        "Bearer " + page.intake().tokens().hospital("h-01"),
                        "Accept-Language",
                        "de-CH, de;q=0.9, en;q=0.5"));
        SubmitScreen screen = SubmitScreen.open(page.browser(), page.address());
        assertThat(screen.text("h1")).isEqualTo("Ergebnisse einreichen");
        assertThat(screen.one("html").getAttribute("lang")).isEqualTo("de");

        screen.choose(page.file("twelve-faults.csv", TwelveFaults.TABLE)).until("checked complete");
        assertThat(screen.text("#notes")).startsWith("2 von 14 Zeilen sind gut, 12 mit Fehlern.");
        assertThat(screen.one("#faulty .why").findElement(By.xpath("..")).getAttribute("lang"))
                .isEqualTo("en");
    }

    private static SubmitScreen checkedTwelve() {
        return page.open("h-01")
                .choose(page.file("twelve-faults.csv", TwelveFaults.TABLE))
                .until("checked complete");
    }

    private static String row(String outcomeId) {
        return "mvd-outcome,%s,80011,t-%s,left,2023-03-01,2024-03-03,E0,\n"
                .formatted(outcomeId, outcomeId.replace(' ', '-'));
    }
}
