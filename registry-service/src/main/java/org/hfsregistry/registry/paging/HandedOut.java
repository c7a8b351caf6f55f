package org.hfsregistry.registry.paging;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;

/** How many records a request was handed, for who notes that beside it. */
public final class HandedOut {

    private static final String ATTRIBUTE = HandedOut.class.getName();

    private HandedOut() {}

    /** Says it of a request. */
    public static void note(HttpServletRequest request, long records) {
        request.setAttribute(ATTRIBUTE, records);
    }

    /** What was said of a request; none where nothing was. */
    public static long by(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Long records ? records : 0;
    }

    /** How many records an answer has. */
    public static long in(Object answer) {
        return switch (answer) {
            case Collection<?> list -> list.size();
            case Several several -> several.records();
            default -> 1;
        };
    }

    /** An answer around several records. */
    public interface Several {

        /** How many. */
        int records();
    }
}
