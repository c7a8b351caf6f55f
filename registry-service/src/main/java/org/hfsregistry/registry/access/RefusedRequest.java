package org.hfsregistry.registry.access;

/** Thrown where a request is answered by a problem (RFC 9457). */
public final class RefusedRequest extends RuntimeException {

    private final int status;
    private final String code;

    /**
     * A refusal.
     *
     * @param status of HTTP
     * @param code stable, upper case with underscores
     * @param detail what is wrong and what to do about it
     */
    public RefusedRequest(int status, String code, String detail) {
        super(detail);
        this.status = status;
        this.code = code;
    }

    /** There is no such record of this hospital. */
    public static RefusedRequest notFound(String detail) {
        return new RefusedRequest(404, "NOT_FOUND", detail);
    }

    /** A parameter can't be read. */
    public static RefusedRequest badParameter(String name, String allowed) {
        return new RefusedRequest(400, "BAD_PARAMETER", "The parameter " + name + " must be " + allowed + ".");
    }

    /** Of HTTP. */
    public int status() {
        return status;
    }

    /** Stable, upper case with underscores. */
    public String code() {
        return code;
    }
}
