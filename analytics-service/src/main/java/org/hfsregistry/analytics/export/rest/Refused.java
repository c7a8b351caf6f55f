package org.hfsregistry.analytics.export.rest;

import org.springframework.http.HttpStatus;

/** An export that is not given, and why. */
final class Refused extends RuntimeException {
    private final HttpStatus status;
    private final String code;
    private final String parameter;

    private Refused(HttpStatus status, String code, String parameter, String message) {
        super(message);
        this.status = status;
        this.code = code;
        this.parameter = parameter;
    }

    static Refused unknown(String parameter, String known) {
        return new Refused(
                HttpStatus.BAD_REQUEST,
                "UNKNOWN_PARAMETER",
                parameter,
                "The parameter " + parameter + " is not answered here. What may be asked: " + known + ".");
    }

    static Refused value(String parameter, String choices) {
        return new Refused(
                HttpStatus.BAD_REQUEST,
                "WRONG_PARAMETER",
                parameter,
                "The parameter " + parameter + " takes " + choices + ".");
    }

    static Refused busy() {
        return new Refused(
                HttpStatus.SERVICE_UNAVAILABLE,
                "ALREADY_EXPORTING",
                "",
                "Another export is being written. Ask again when it is done.");
    }

    HttpStatus status() {
        return status;
    }

    String code() {
        return code;
    }

    /** Which one is wrong; empty where none is. */
    String parameter() {
        return parameter;
    }
}
