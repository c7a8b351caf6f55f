package org.hfsregistry.intake.submission.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpStatus;

/** Refuses parameters that a request does not take: with a misspelt {@code dryRun} nothing may be kept. */
final class Parameters {

    private Parameters() {}

    static void only(HttpServletRequest request, List<String> known) {
        for (String name : request.getParameterMap().keySet()) {
            if (!known.contains(name)) {
                throw new RefusedRequest(
                        HttpStatus.BAD_REQUEST,
                        "UNKNOWN_PARAMETER",
                        "A parameter of the address is not known here. "
                                + (known.isEmpty()
                                        ? "One outcome is submitted without parameters; a dry run is a batch."
                                        : "Parameters are " + String.join(" and ", known) + "."));
            }
        }
    }
}
