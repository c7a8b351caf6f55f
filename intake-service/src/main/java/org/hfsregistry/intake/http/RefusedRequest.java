package org.hfsregistry.intake.submission.rest;

import java.util.List;
import org.hfsregistry.contract.clinical.Fault;
import org.hfsregistry.contract.json.OutcomeJson;
import org.springframework.http.HttpStatus;

/** The request as a whole is refused; its detail is fit for the caller. */
final class RefusedRequest extends RuntimeException {

    private final HttpStatus status;
    private final String code;
    private final String detail;
    private final transient List<Fault> faults;

    RefusedRequest(HttpStatus status, String code, String detail) {
        this(status, code, detail, List.of());
    }

    private RefusedRequest(HttpStatus status, String code, String detail, List<Fault> faults) {
        super(detail);
        this.status = status;
        this.code = code;
        this.detail = detail;
        this.faults = faults;
    }

    /** Because of what is wrong with the one outcome. */
    static RefusedRequest of(List<Fault> faults) {
        if (has(faults, OutcomeJson.MALFORMED_JSON)) {
            return new RefusedRequest(
                    HttpStatus.BAD_REQUEST, OutcomeJson.MALFORMED_JSON, "The body is not one JSON object.", faults);
        }
        if (has(faults, OutcomeJson.OTHER_HOSPITAL)) {
            return new RefusedRequest(
                    HttpStatus.FORBIDDEN,
                    OutcomeJson.OTHER_HOSPITAL,
                    "The outcome is of another hospital than the token.",
                    faults);
        }
        return new RefusedRequest(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "INVALID_OUTCOME",
                "The outcome has faults; errors says which and how to mend them.",
                faults);
    }

    private static boolean has(List<Fault> faults, String code) {
        return faults.stream().anyMatch(fault -> fault.code().equals(code));
    }

    HttpStatus status() {
        return status;
    }

    String code() {
        return code;
    }

    String detail() {
        return detail;
    }

    List<Fault> faults() {
        return faults;
    }
}
