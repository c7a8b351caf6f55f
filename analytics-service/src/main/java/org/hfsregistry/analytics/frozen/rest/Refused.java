package org.hfsregistry.analytics.frozen.rest;

import org.hfsregistry.analytics.frozen.Title;
import org.springframework.http.HttpStatus;

/** What is not done, and why. */
final class Refused extends RuntimeException {
    private final HttpStatus status;
    private final String code;

    private Refused(HttpStatus status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    static Refused notAnAdmin() {
        return new Refused(HttpStatus.FORBIDDEN, "ADMIN_ONLY", "Numbers are frozen by an admin of the registry.");
    }

    static Refused title() {
        return new Refused(
                HttpStatus.BAD_REQUEST,
                "WRONG_TITLE",
                "A snapshot is asked for by a body of JSON with title and nothing else, such as {\"title\": \"Report 2026\"}; a"
                        + " title is " + Title.CHOICES + ".");
    }

    static Refused busy() {
        return new Refused(
                HttpStatus.CONFLICT, "ALREADY_FREEZING", "A snapshot is being made. Ask again when it is there.");
    }

    static Refused noSuchSnapshot() {
        return new Refused(
                HttpStatus.NOT_FOUND,
                "NO_SUCH_SNAPSHOT",
                "There is no such snapshot; /v1/snapshots lists those there are.");
    }

    HttpStatus status() {
        return status;
    }

    String code() {
        return code;
    }
}
