package org.hfsregistry.access.web;

import java.net.URI;
import java.util.Optional;
import org.hfsregistry.access.token.AccessSettings;

/** What a page may load and where it may send: this service only. */
final class PagePolicy {

    private static final String DIRECTIVES =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " font-src 'self'; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

    private PagePolicy() {}

    /** A browser holds the way on from a form against the policy, too: that of a sign-out leads to the issuer. */
    static String allowing(AccessSettings settings) {
        return DIRECTIVES
                + Optional.ofNullable(settings.endSessionUri())
                        .map(PagePolicy::origin)
                        .map(issuer -> " " + issuer)
                        .orElse("");
    }

    private static String origin(URI address) {
        return address.getScheme() + "://" + address.getRawAuthority();
    }
}
