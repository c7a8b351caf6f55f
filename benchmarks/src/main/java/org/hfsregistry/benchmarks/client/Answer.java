package org.hfsregistry.benchmarks.client;

import static java.nio.charset.StandardCharsets.UTF_8;

/** An answer, once all of it was read. */
public final class Answer {

    private static final int OK = 200;

    private final int status;
    private final byte[] body;

    Answer(int status, byte[] body) {
        this.status = status;
        this.body = body;
    }

    public int status() {
        return status;
    }

    /** What came, if it is not packed. */
    public String text() {
        return new String(body, UTF_8);
    }

    /** Whether it is what was asked for. */
    public boolean isGood() {
        return status == OK && body.length > 0;
    }
}
