package org.hfsregistry.registry.paging;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;

/** What a request was handed, for who notes that beside it. */
public final class HandedOut {

    private static final String ATTRIBUTE = HandedOut.class.getName();
    private static final String EVERYBODYS = ATTRIBUTE + ".everybodys";
    private static final String BEGIN = ATTRIBUTE + ".begin";
    private static final String BROKEN_OFF = ATTRIBUTE + ".brokenOff";

    private HandedOut() {}

    /** Says it of a request. */
    public static void note(HttpServletRequest request, long records) {
        request.setAttribute(ATTRIBUTE, records);
    }

    /** What was said of a request; none where nothing was. */
    public static long by(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Long records ? records : 0;
    }

    /** Says of a request that it is about everybody's records, whoever asks. */
    public static void noteEverybodys(HttpServletRequest request) {
        request.setAttribute(EVERYBODYS, true);
    }

    /** Whether that was said. */
    public static boolean isEverybodys(HttpServletRequest request) {
        return request.getAttribute(EVERYBODYS) != null;
    }

    /** Gives a request what notes that its answer begins. */
    public static void whenItBegins(HttpServletRequest request, Runnable note) {
        request.setAttribute(BEGIN, note);
    }

    /** Says of a request, before the first byte, that its answer begins, and that it is one that takes its time. */
    public static void begin(HttpServletRequest request) {
        if (request.getAttribute(BEGIN) instanceof Runnable note) {
            note.run();
        }
    }

    /** Says of a request that its answer was broken off by who asked. */
    public static void noteBrokenOff(HttpServletRequest request) {
        request.setAttribute(BROKEN_OFF, true);
    }

    /** Whether that was said. */
    public static boolean isBrokenOff(HttpServletRequest request) {
        return request.getAttribute(BROKEN_OFF) != null;
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
