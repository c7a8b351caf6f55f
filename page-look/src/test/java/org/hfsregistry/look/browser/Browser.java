package org.hfsregistry.look.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Chromium as this machine has it, with nothing of its person: what it saves lies in a folder of the test. */
public final class Browser implements AutoCloseable {
    private static final int MOST_TABS = 200;

    private static final Logger LOG = LoggerFactory.getLogger(Browser.class);
    private static final Duration DEADLINE = Duration.ofSeconds(30);
    private static final Duration LOOKED_AGAIN = Duration.ofMillis(50);

    private final ChromeDriver driver;
    private final Path saved;

    private Browser(ChromeDriver driver, Path saved) {
        this.driver = driver;
        this.saved = saved;
    }

    /** Whether there is one; where there is none, the log says what is missing. */
    public static boolean isHere() {
        boolean here =
                program("chromium").isPresent() && program("chromedriver").isPresent();
        if (!here) {
            LOG.warn("The tests in a browser are skipped: chromium and chromedriver are not both on the PATH");
        }
        return here;
    }

    /** Starts one with an empty profile. */
    public static Browser start(Path folder) {
        try {
            Path saved = Files.createDirectories(folder.resolve("saved"));
            ChromeOptions options = new ChromeOptions();
            options.setBinary(program("chromium").orElseThrow());
            options.addArguments(
                    "--headless=new",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-background-networking",
                    "--no-first-run",
                    "--lang=en-GB",
                    "--user-data-dir=" + folder.resolve("profile"));
            options.setCapability("goog:loggingPrefs", Map.of(LogType.BROWSER, "ALL"));
            ChromeDriverService service = new ChromeDriverService.Builder()
                    .usingDriverExecutable(program("chromedriver").orElseThrow())
                    .usingAnyFreePort()
                    .build();
            Browser browser = new Browser(new ChromeDriver(service, options), saved);
            browser.command(
                    "Browser.setDownloadBehavior", Map.of("behavior", "allow", "downloadPath", saved.toString()));
            browser.command("Network.enable", Map.of());
            return browser;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<File> program(String name) {
        return Pattern.compile(File.pathSeparator)
                .splitAsStream(Objects.requireNonNullElse(System.getenv("PATH"), ""))
                .map(folder -> new File(folder, name))
                .filter(File::canExecute)
                .findFirst();
    }

    /** For finding elements and using them. */
    public WebDriver driver() {
        return driver;
    }

    /** Sends these headers with every request from now on. */
    public void sends(Map<String, String> headers) {
        command("Network.setExtraHTTPHeaders", Map.of("headers", headers));
    }

    /** Cuts it off from every server, or lets it back. */
    public void offline(boolean whether) {
        command(
                "Network.emulateNetworkConditions",
                Map.of("offline", whether, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
    }

    /** As its person likes it: light or dark. */
    public void dark(boolean whether) {
        command(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(Map.of("name", "prefers-color-scheme", "value", whether ? "dark" : "light"))));
    }

    /** Runs scripts of pages, or does not. */
    public void scripts(boolean whether) {
        command("Emulation.setScriptExecutionDisabled", Map.of("value", !whether));
    }

    /** What it complained of since it was asked last: errors of scripts, what could not be loaded or was not allowed. */
    public List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .toList();
    }

    /** The addresses of all that the page has loaded, its own among them. */
    public List<String> loaded() {
        Object addresses = script("return performance.getEntries().map(entry => entry.name)"
                + ".filter(name => /^[a-z]+:\\/\\//.test(name))");
        return ((List<?>) addresses).stream().map(String::valueOf).toList();
    }

    /** Makes the window so wide and high. */
    public void desk(int width, int height) {
        size(width, height, false);
    }

    /** Shows pages as on a phone of that size. */
    public void phone(int width, int height) {
        size(width, height, true);
    }

    private void size(int width, int height, boolean mobile) {
        command(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", mobile));
    }

    /** Waits until something is so; whoever waits in vain is told what the page shows instead. */
    public void await(BooleanSupplier what) {
        try {
            new WebDriverWait(driver, DEADLINE, LOOKED_AGAIN).until(ignored -> what.getAsBoolean());
        } catch (TimeoutException e) {
            throw new AssertionError(
                    "%s shows, with complaints %s:%n%s"
                            .formatted(
                                    driver.getCurrentUrl(),
                                    complaints(),
                                    one("body").getText()),
                    e);
        }
    }

    /** Waits until the page has that in its address; an element that was found before may be of the page that was left. */
    public void awaitAddress(String part) {
        await(() -> driver.getCurrentUrl().contains(part));
    }

    /** The first element by a selector of stylesheets. */
    public WebElement one(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    /** All elements by a selector of stylesheets. */
    public List<WebElement> all(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    /** What the keyboard is at. */
    public WebElement focused() {
        return driver.switchTo().activeElement();
    }

    /** Goes on by the keyboard until it is at the element with this id. */
    public WebElement tabTo(String id) {
        for (int i = 0; !id.equals(focused().getAttribute("id")); i++) {
            if (i == MOST_TABS) {
                throw new AssertionError("%s is not reached by %d tabs".formatted(id, MOST_TABS));
            }
            focused().sendKeys(Keys.TAB);
        }
        return focused();
    }

    /** What a script gives back. */
    public Object script(String text, Object... arguments) {
        return Objects.requireNonNullElse(driver.executeScript(text, arguments), "");
    }

    /** Waits for a file that it saves, and reads it. Until the whole is moved there, an empty one keeps its name. */
    public byte[] saved(String name) {
        File file = saved.resolve(name).toFile();
        await(() -> file.length() > 0);
        try {
            return Files.readAllBytes(file.toPath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What axe-core finds that shuts people out: one line each. */
    public List<String> barriers() {
        try (InputStream axe = Objects.requireNonNull(Browser.class.getResourceAsStream("/axe.min.js"))) {
            driver.executeScript(new String(axe.readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Object found = driver.executeAsyncScript("""
                const done = arguments[0];
                axe.run(document).then(result => done(result.violations.flatMap(rule => rule.nodes.map(node =>
                  rule.id + ': ' + node.target.join(' ') + ' ' + node.failureSummary))));
                """);
        return ((List<?>) Objects.requireNonNull(found))
                .stream().map(String::valueOf).toList();
    }

    /** Keeps a picture of the page's first pixels, as many as are asked for. */
    public void picture(Path file, int height) {
        script("scrollTo(0, 0)");
        Object width = script("return innerWidth");
        Map<String, Object> part = Map.of("x", 0, "y", 0, "width", width, "height", height, "scale", 1);
        Object taken = driver.executeCdpCommand(
                        "Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true, "clip", part))
                .get("data");
        try {
            Files.write(file, Base64.getDecoder().decode(String.valueOf(taken)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void command(String name, Map<String, Object> parameters) {
        driver.executeCdpCommand(name, parameters);
    }

    @Override
    public void close() {
        driver.quit();
    }
}
