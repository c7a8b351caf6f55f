package org.hfsregistry.intake.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.hfsregistry.contract.clinical.Code;
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
            throw unknownValue(name, "The parameter %s is %s or %s.".formatted(name, first, second));
        }
        return given.equals(first);
    }

    /** The term that a parameter names; refuses any other than these. */
    public static <C extends Code> C code(String name, String given, C[] codes) {
        List<String> known = Stream.of(codes).map(Code::code).toList();
        int found = known.indexOf(given);
        if (found < 0) {
            throw unknownValue(
                    name,
                    "The parameter %s is one of %s. %s"
                            .formatted(name, String.join(", ", known), Nearest.question(given, known))
                            .strip());
        }
        return codes[found];
    }

    private static RefusedRequest unknownValue(String name, String detail) {
        String code = "UNKNOWN_" + name.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
        return new RefusedRequest(HttpStatus.BAD_REQUEST, code, detail);
    }
}
