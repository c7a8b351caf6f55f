package org.hfsregistry.access.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;

/** A place of this service to send a browser to, which can't lead anywhere else. */
record LocalPath(String value) {

    /** Browsers read a backslash as a slash and leave out control characters; two slashes begin another host. */
    private static final Pattern LOCAL = Pattern.compile("/(?!/)[\\x21-\\x7e&&[^\\\\]]*");

    /** It has to go into a cookie. */
    private static final int LONGEST = 1500;

    static final LocalPath START = new LocalPath("/");

    LocalPath {
        if (!LOCAL.matcher(value).matches()) {
            throw new IllegalArgumentException("not a path of this service: " + value);
        }
    }

    static Optional<LocalPath> of(String text) {
        return text.length() <= LONGEST && LOCAL.matcher(text).matches()
                ? Optional.of(new LocalPath(text))
                : Optional.empty();
    }

    /** Without the name of the host, which a server behind others may not know. */
    void sendTo(HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_FOUND);
        response.setHeader(HttpHeaders.LOCATION, value);
    }
}
