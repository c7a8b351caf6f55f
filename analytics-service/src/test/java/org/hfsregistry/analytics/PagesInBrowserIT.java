package org.hfsregistry.analytics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hfsregistry.analytics.running.NetworkRegistry;
import org.hfsregistry.look.browser.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The pages as people have them: in the light, in the dark, on a phone, by keyboard, without scripts. */
class PagesInBrowserIT {
    private static final int WIDTH = 1100;
    private static final int PHONE = 360;
    private static final int HEIGHT = 900;
    private static final String HOSPITAL = "/hospitals/" + NetworkRegistry.LARGE;
    private static final Map<String, String> PICTURES = Map.of(
            "/",
            "find",
            HOSPITAL,
            "hospital",
            "/compare?hospital=h-01&hospital=h-05&hospital=h-08",
            "compare",
            "/funnel",
            "funnel",
            "/treatments",
            "treatments",
            "/my-hospital",
            "my-hospital",
            "/about",
            "about",
            "/research?statistic=botox-relief&by=product",
            "research");

    private static final NetworkRegistry network = new NetworkRegistry("browsed", "’s Hospital");

    @SuppressWarnings("NullAway.Init")
    private static Browser browser;

    @BeforeAll
    static void start(@TempDir Path folder) {
        assumeTrue(Browser.isHere(), "chromium and chromedriver are not both on the PATH");
        network.start();
        browser = Browser.start(folder);
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
            network.stop();
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
        for (String path : pages()) {
            open(path);
            picture(path, "", 1500);
            assertThat(browser.barriers()).as(path).isEmpty();
            browser.dark(true);
            picture(path, "-dark", 1500);
            assertThat(browser.barriers()).as(path + " in the dark").isEmpty();
            browser.dark(false);
            assertThat(browser.complaints()).as(path).isEmpty();
            assertThat(browser.loaded()).as(path).isNotEmpty().allMatch(address -> address.startsWith(address()));
        }
    }

    @Test
    void every_page_fits_a_phone() {
        browser.phone(PHONE, HEIGHT);
        for (String path : pages()) {
            open(path);
            picture(path, "-phone", 1500);
            assertThat(browser.script("return document.documentElement.scrollWidth"))
                    .as(path)
                    .isEqualTo((long) PHONE);
            assertThat(browser.barriers()).as(path).isEmpty();
        }
    }

    @Test
    void a_hospital_is_found_without_scripts() {
        browser.scripts(false);
        open("/");
        WebElement name = browser.one("#name");
        name.sendKeys("lake");
        name.sendKeys(Keys.ENTER);
        browser.awaitAddress("name=lake");
        browser.one("#row-h-03 a").click();
        browser.awaitAddress("/hospitals/h-03");
        assertThat(browser.one("h1").getText()).isEqualTo("Lake Clinic");
        assertThat(browser.one("#success-rate").getText()).startsWith("50.0%");
        assertThat(browser.one("svg.steps").isDisplayed()).isTrue();
    }

    @Test
    void a_hospital_is_found_and_compared_by_keyboard() {
        open("/");
        browser.tabTo("name").sendKeys("clinic");
        browser.tabTo("search").sendKeys(Keys.ENTER);
        browser.awaitAddress("name=clinic");
        assertThat(browser.all("tr[id^=row-]")).hasSize(6);
        for (int ticked = 0; ticked < 2; ) {
            browser.focused().sendKeys(Keys.TAB);
            WebElement at = browser.focused();
            if ("hospital".equals(at.getAttribute("name"))) {
                at.sendKeys(Keys.SPACE);
                ticked++;
            }
        }
        browser.tabTo("compare").sendKeys(Keys.ENTER);
        browser.awaitAddress("/compare?hospital=h-07&hospital=h-03");
        assertThat(browser.all("tr[id^=row-]")).hasSize(3);
    }

    @Test
    void the_points_of_the_funnel_are_reached_one_by_one_and_lead_to_their_hospitals() {
        open("/funnel");
        for (int i = 0; i < 30 && !focusedLabel().startsWith("Hill Hospital"); i++) {
            browser.focused().sendKeys(Keys.TAB);
        }
        assertThat(focusedLabel()).isEqualTo("Hill Hospital: 200 operations, 90.0%, within chance");
        browser.focused().sendKeys(Keys.ENTER);
        browser.awaitAddress("/hospitals/h-04");
        assertThat(browser.one("h1").getText()).isEqualTo("Hill Hospital");
    }

    @Test
    void a_statistic_is_asked_for_by_a_form() {
        open("/research?statistic=botox-relief");
        browser.one("select[name=by]").sendKeys("product");
        browser.one("#ask").click();
        browser.awaitAddress("by=product");
        assertThat(browser.one("#curl").getText())
                .isEqualTo("curl -s '" + address() + "/v1/statistics/botox-relief?by=product'");
        browser.one("#csv").click();
        assertThat(new String(browser.saved("botox-relief.csv"), UTF_8))
                .startsWith("row,definition,asOf,dataVersion,product,n,")
                .contains("group,botox-relief/1,", ",onabotulinum,50,");
    }

    @Test
    void a_hospitals_own_page_shuts_nobody_out() {
        browser.sends(
                Map.of("Authorization", "Bearer " + network.analytics().tokens().hospital(NetworkRegistry.LARGE)));
        try {
            for (boolean dark : List.of(false, true)) {
                browser.dark(dark);
                open("/my-hospital");
                assertThat(browser.all("#monitored-signals")).hasSize(1);
                browser.all("details").forEach(WebElement::click);
                assertThat(browser.barriers()).isEmpty();
                assertThat(browser.complaints()).isEmpty();
                picture("/my-hospital", dark ? "-dark" : "", 1500);
            }
            browser.phone(PHONE, HEIGHT);
            open("/my-hospital");
            assertThat(browser.script("return document.documentElement.scrollWidth"))
                    .isEqualTo((long) PHONE);
            assertThat(browser.barriers()).isEmpty();
        } finally {
            browser.sends(Map.of());
        }
    }

    @Test
    void an_open_page_gets_newer_numbers_and_stays_as_its_reader_left_it() {
        open(HOSPITAL);
        String before = browser.one("#success-n").getText();
        browser.all("details").forEach(WebElement::click);
        browser.script("document.documentElement.dataset.left = 'here'");

        network.operateOnceMore();

        browser.await(() -> !browser.one("#success-n").getText().equals(before));
        assertThat(browser.one("#success-n").getText()).isEqualTo(Integer.toString(Integer.parseInt(before) + 1));
        assertThat(browser.all("details")).isNotEmpty().allMatch(details -> details.getAttribute("open") != null);
        assertThat(browser.script("return document.documentElement.dataset.left"))
                .as("no new page was loaded")
                .isEqualTo("here");
    }

    @Test
    void what_was_ticked_stays_ticked_in_its_row_when_the_list_changes() {
        open("/");
        browser.one("#row-h-03 input").click();
        String before = browser.one(".as-of").getText();

        network.operateOnceMore();

        browser.await(() -> !browser.one(".as-of").getText().equals(before));
        assertThat(browser.all("input[name=hospital]:checked"))
                .singleElement()
                .satisfies(ticked -> assertThat(ticked.getAttribute("value")).isEqualTo("h-03"));
    }

    private static List<String> pages() {
        return Stream.concat(
                        NetworkRegistry.pages().stream(),
                        Stream.of("/research?statistic=botox-relief&by=product", "/research?ageFrom=41"))
                .toList();
    }

    private static String address() {
        return network.analytics().address();
    }

    private static void open(String path) {
        browser.driver().get(address() + path);
    }

    /** Keeps a picture for the documents, where {@code -Dhfs.pictures} names a folder for them. */
    private static void picture(String path, String of, int height) {
        String pictures = System.getProperty("hfs.pictures");
        String name = PICTURES.get(path);
        if (pictures != null && name != null && (of.isEmpty() || path.equals(HOSPITAL))) {
            browser.picture(Path.of(pictures, name + of + ".png"), height);
        }
    }

    private static String focusedLabel() {
        return String.valueOf(browser.focused().getAttribute("aria-label"));
    }
}
