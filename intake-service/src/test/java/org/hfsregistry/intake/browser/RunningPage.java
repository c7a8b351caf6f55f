package org.hfsregistry.intake.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.hfsregistry.intake.running.RunningIntake;
import org.hfsregistry.look.browser.Browser;
import org.hfsregistry.platform.Platform;

/** Intake with its page, a registry to ask, and a browser that looks at the page. */
public final class RunningPage implements AutoCloseable {

    private static final int PHONE = 360;
    private static final int WIDTH = 1100;
    private static final int HEIGHT = 900;

    private final Path folder;
    private final RegistryStandIn registry;
    private final RunningIntake intake;
    private final Browser browser;

    /** Starts all of it; further settings are {@code --name=value}. */
    public RunningPage(Path folder, String prefix, String... settings) throws IOException {
        this.folder = folder;
        this.registry = new RegistryStandIn();
        this.intake = new RunningIntake(
                folder,
                Platform.forTests().kafkaBootstrap(),
                prefix,
                Stream.concat(Stream.of("--hfs.intake.receipts.registry=" + registry.address()), Stream.of(settings))
                        .toArray(String[]::new));
        this.browser = Browser.start(folder);
        desk();
    }

    /** Opens the page as a hospital's client. */
    public SubmitScreen open(String hospitalId) {
        isSignedIn(hospitalId);
        return SubmitScreen.open(browser, address()).ready();
    }

    /** Where the page is. */
    public String address() {
        return "http://127.0.0.1:" + intake.port() + "/";
    }

    /** From now on requests come with a good token. */
    public void isSignedIn(String hospitalId) {
        browser.sends(Map.of("Authorization", "Bearer " + intake.tokens().hospital(hospitalId)));
    }

    /** From now on they come with one that is not. */
    public void isSignedOut() {
        browser.sends(Map.of("Authorization", "Bearer no-longer-good"));
    }

    /** Looks as on a desk. */
    public void desk() {
        browser.desk(WIDTH, HEIGHT);
    }

    /** Looks as on a phone. */
    public void phone() {
        browser.phone(PHONE, HEIGHT);
    }

    /** Keeps a picture of it for the documents, where {@code -Dhfs.pictures} names a folder for them. */
    public void picture(String name, int height) {
        String pictures = System.getProperty("hfs.pictures");
        if (pictures != null) {
            browser.picture(Path.of(pictures, "page-" + name + ".png"), height);
        }
    }

    /** A file to choose. */
    public Path file(String name, String content) {
        return file(name, content.getBytes(UTF_8));
    }

    /** A file to choose. */
    public Path file(String name, byte[] content) {
        try {
            return Files.write(folder.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The service. */
    public RunningIntake intake() {
        return intake;
    }

    /** The registry that it asks. */
    public RegistryStandIn registry() {
        return registry;
    }

    /** The browser. */
    public Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        browser.close();
        intake.close();
        registry.close();
    }
}
