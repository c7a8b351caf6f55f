package org.hfsregistry.intake.browser;

import java.nio.file.Path;
import java.util.List;
import org.hfsregistry.look.browser.Browser;
import org.openqa.selenium.WebElement;

/** The page for submitting a file, as a person uses it. */
public final class SubmitScreen {

    private final Browser browser;

    private SubmitScreen(Browser browser) {
        this.browser = browser;
    }

    /** Opens it. */
    public static SubmitScreen open(Browser browser, String address) {
        browser.driver().get(address);
        return new SubmitScreen(browser);
    }

    /** Waits until its scripts run, and it takes files. A browser may say that a page is there before they do. */
    public SubmitScreen ready() {
        browser.await(() -> !all("#file:enabled").isEmpty());
        return this;
    }

    /** Chooses a file. */
    public SubmitScreen choose(Path file) {
        ready().one("#file").sendKeys(file.toString());
        return this;
    }

    /** Waits for the end of a check or a submission, as in "checked complete". */
    public SubmitScreen until(String end) {
        browser.await(() -> shown("#result") && end.equals(one("#result").getAttribute("data-end")));
        return this;
    }

    /** The account: received, accepted, rejected. */
    public List<String> account() {
        return List.of(text("#received"), text("#accepted"), text("#rejected"));
    }

    /** What stands on the page there. */
    public String text(String selector) {
        return one(selector).getText();
    }

    /** What stands on the page there, each. */
    public List<String> texts(String selector) {
        return all(selector).stream().map(WebElement::getText).toList();
    }

    /** Whether it is to be seen. */
    public boolean shown(String selector) {
        return all(selector).stream().anyMatch(WebElement::isDisplayed);
    }

    /** Waits until it is to be seen, and gives it. */
    public WebElement awaited(String selector) {
        browser.await(() -> shown(selector));
        return one(selector);
    }

    /** Presses a button. */
    public SubmitScreen press(String selector) {
        awaited(selector).click();
        return this;
    }

    /** The one there. */
    public WebElement one(String selector) {
        return browser.one(selector);
    }

    /** All there. */
    public List<WebElement> all(String selector) {
        return browser.all(selector);
    }
}
