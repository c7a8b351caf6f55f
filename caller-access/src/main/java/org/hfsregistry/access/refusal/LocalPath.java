package org.hfsregistry.access.refusal;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;

/** A place of this service to send a browser to, which can't lead anywhere else. */
public record LocalPath(String value) {

    /** Browsers read a backslash as a slash and leave out control characters; two slashes begin another host. */
    private static final Pattern LOCAL = Pattern.compile("/(?!/)[\\x21-\\x7e&&[^\\\\]]*");

    /** It has to go into a cookie. */
    private static final int LONGEST = 1500;

    /** Where everybody may go. */
    public static final LocalPath START = new LocalPath("/");

    /** Refuses what could lead elsewhere. */
    public LocalPath {
        if (!LOCAL.matcher(value).matches()) {
            throw new IllegalArgumentException("not a path of this service: " + value);
        }
    }

    /** Of a text that somebody sent; absent where it could lead elsewhere. */
    public static Optional<LocalPath> of(String text) {
        return text.length() <= LONGEST && LOCAL.matcher(text).matches()
                ? Optional.of(new LocalPath(text))
                : Optional.empty();
    }

    /** Without the name of the host, which a server behind others may not know. */
    public void sendTo(HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_FOUND);
        response.setHeader(HttpHeaders.LOCATION, value);
    }
}
