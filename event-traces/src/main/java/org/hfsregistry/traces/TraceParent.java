package org.hfsregistry.traces;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The span from which whoever reads an event goes on. As a text it is the {@code traceparent} of W3C's trace context, sampled. */
public record TraceParent(String traceId, String spanId) {

    /** What later versions add comes behind; nothing of it is needed. */
    private static final Pattern FORM =
            Pattern.compile("(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})(-.*)?");

    private static final int RADIX = 16;
    private static final int SAMPLED = 1;

    /** Reads one; absent where it is none, or where its trace is not recorded. */
    public static Optional<TraceParent> of(String text) {
        Matcher parts = FORM.matcher(text);
        return parts.matches() && (Integer.parseInt(parts.group(3), RADIX) & SAMPLED) != 0
                ? Optional.of(new TraceParent(parts.group(1), parts.group(2)))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "00-" + traceId + "-" + spanId + "-01";
    }
}
