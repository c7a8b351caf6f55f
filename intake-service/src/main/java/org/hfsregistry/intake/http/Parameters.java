package org.hfsregistry.intake.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.hfsregistry.contract.json.Nearest;
import org.springframework.http.HttpStatus;

/** Refuses parameters and values that a request does not take: with a misspelt {@code dryRun} nothing may be kept. */
public final class Parameters {

    private Parameters() {}

    /** Refuses any other parameter. */
    public static void only(HttpServletRequest request, List<String> known) {
        for (String name : request.getParameterMap().keySet()) {
            if (!known.contains(name)) {
                throw new RefusedRequest(
                        HttpStatus.BAD_REQUEST,
                        "UNKNOWN_PARAMETER",
                        "A parameter of the address is not known here; " + Nearest.question(name, known)
                                + "What may be said: " + String.join(", ", known) + ".");
            }
        }
    }

    /** Whether a parameter has the first of its two values; refuses any other than these. */
    public static boolean isFirst(String name, String given, String first, String second) {
        if (!given.equals(first) && !given.equals(second)) {
            String code = "UNKNOWN_" + name.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
            throw new RefusedRequest(
                    HttpStatus.BAD_REQUEST, code, "The parameter %s is %s or %s.".formatted(name, first, second));
        }
        return given.equals(first);
    }
}
