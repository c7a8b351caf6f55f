package org.hfsregistry.intake.http;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hfsregistry.contract.clinical.Fault;
import org.hfsregistry.contract.json.OutcomeJson;
import org.springframework.http.HttpStatus;

/** The request as a whole is refused; its detail is fit for the caller. */
public final class RefusedRequest extends RuntimeException {

    private static final Duration A_FEW_SECONDS = Duration.ofSeconds(5);

    private final HttpStatus status;
    private final String code;
    private final String detail;
    private final transient List<Fault> faults;
    private final transient Optional<Duration> pause;

    /** Refuses with this status. */
    public RefusedRequest(HttpStatus status, String code, String detail) {
        this(status, code, detail, List.of());
    }

    /** Refuses with this status, because of these faults. */
    public RefusedRequest(HttpStatus status, String code, String detail, List<Fault> faults) {
        this(status, code, detail, faults, Optional.empty());
    }

    private RefusedRequest(
            HttpStatus status, String code, String detail, List<Fault> faults, Optional<Duration> pause) {
        super(detail);
        this.status = status;
        this.code = code;
        this.detail = detail;
        this.faults = faults;
        this.pause = pause;
    }

    /** For the moment only: the same request may succeed a few seconds later. */
    public static RefusedRequest forNow(String code, String detail) {
        return new RefusedRequest(HttpStatus.SERVICE_UNAVAILABLE, code, detail, List.of(), Optional.of(A_FEW_SECONDS));
    }

    /** Because the caller has too much under way; the same request may succeed a few seconds later. */
    public static RefusedRequest tooMany(String code, String detail) {
        return tooMany(code, detail, A_FEW_SECONDS);
    }

    /** Because the caller sent too much; the same request may succeed after a pause of whole seconds. */
    public static RefusedRequest tooMany(String code, String detail, Duration pause) {
        return new RefusedRequest(HttpStatus.TOO_MANY_REQUESTS, code, detail, List.of(), Optional.of(pause));
    }

    /** After which the same request may succeed. */
    Optional<Duration> pause() {
        return pause;
    }

    /** Because the body can't be read on, for a reason that fits a row too. */
    public static RefusedRequest endingWith(Fault why) {
        HttpStatus status = why.equals(UploadTooSlow.FAULT) ? HttpStatus.REQUEST_TIMEOUT : HttpStatus.BAD_REQUEST;
        String sentence = why.message() + "; " + why.fix() + ".";
        return new RefusedRequest(
                status, why.code(), Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1));
    }

    /** Because of what is wrong with the one outcome. */
    public static RefusedRequest of(List<Fault> faults) {
        if (has(faults, OutcomeJson.MALFORMED_JSON)) {
            return new RefusedRequest(
                    HttpStatus.BAD_REQUEST, OutcomeJson.MALFORMED_JSON, "The body is not one JSON object.", faults);
        }
        if (has(faults, OutcomeJson.NESTED_TOO_DEEPLY)) {
            return new RefusedRequest(
                    HttpStatus.BAD_REQUEST,
                    OutcomeJson.NESTED_TOO_DEEPLY,
                    "The body is nested too deeply to be an outcome.",
                    faults);
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
