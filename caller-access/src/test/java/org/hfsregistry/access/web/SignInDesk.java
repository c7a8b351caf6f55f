package org.hfsregistry.access.web;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A service with a sign-in for all tests of a class, its issuer, which knows a person of a hospital, and a browser for each test. */
final class SignInDesk implements BeforeAllCallback, AfterAllCallback, BeforeEachCallback, AfterEachCallback {

    /** The cookie of a session. */
    static final String SESSION = "hfs-tested";

    private final List<Browser> browsers = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private TestIssuer issuer;

    @SuppressWarnings("NullAway.Init")
    private RunningService service;

    @Override
    public void beforeAll(ExtensionContext tests) throws Exception {
        issuer = new TestIssuer();
        service = RunningService.withSignIn(issuer);
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        issuer.isHospital("h-01");
        issuer.identity = claims -> claims;
    }

    @Override
    public void afterEach(ExtensionContext test) {
        browsers.forEach(Browser::close);
        browsers.clear();
    }

    @Override
    public void afterAll(ExtensionContext tests) {
        service.close();
        issuer.close();
    }

    TestIssuer issuer() {
        return issuer;
    }

    RunningService service() {
        return service;
    }

    /** A new one without cookies; it is closed after the test. */
    Browser browser() {
        Browser browser = new Browser(service.address());
        browsers.add(browser);
        return browser;
    }
}
