package org.hfsregistry.access.refusal;

import org.springframework.http.HttpStatus;

/** What is written of a refusal (RFC 9457). */
record Problem(String type, String title, int status, String detail, String code) {

    static Problem of(HttpStatus status, String code, String detail) {
        return new Problem("about:blank", status.getReasonPhrase(), status.value(), detail, code);
    }

    /** Of which no more is known than the status that the server gave it. */
    static Problem of(HttpStatus status) {
        return of(
                status,
                status.name(),
                status == HttpStatus.BAD_REQUEST
                        ? "The server does not take a request with this address or these headers."
                        : status.getReasonPhrase());
    }

    /** In a place where nobody writes JSON; its words are ours and need no escaping. */
    String inJson() {
        return "{\"type\":\"%s\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\",\"code\":\"%s\"}"
                .formatted(type, title, status, detail, code);
    }
}
