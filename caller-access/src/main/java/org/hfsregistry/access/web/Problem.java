package org.hfsregistry.access.web;

import org.springframework.http.HttpStatus;

/** What is written of a refusal (RFC 9457). */
record Problem(String type, String title, int status, String detail, String code) {

    static Problem of(HttpStatus status, String code, String detail) {
        return new Problem("about:blank", status.getReasonPhrase(), status.value(), detail, code);
    }
}
