package org.hfsregistry.registry.access;

import java.util.List;
import org.hfsregistry.contract.clinical.Fault;

/** Thrown where a request is answered by a problem (RFC 9457). */
public final class RefusedRequest extends RuntimeException {

    private final int status;
    private final String code;
    private final boolean forNow;
    private final transient List<Fault> faults;

    /**
     * A refusal.
     *
     * @param status of HTTP
     * @param code stable, upper case with underscores
     * @param detail what is wrong and what to do about it
     */
    public RefusedRequest(int status, String code, String detail) {
        this(status, code, detail, List.of());
    }

    /** A refusal of what was sent, because of these faults. */
    public RefusedRequest(int status, String code, String detail, List<Fault> faults) {
        this(status, code, detail, faults, false);
    }

    private RefusedRequest(int status, String code, String detail, List<Fault> faults, boolean forNow) {
        super(detail);
        this.status = status;
        this.code = code;
        this.faults = faults;
        this.forNow = forNow;
    }

    /** For the moment only: the same request may succeed a few seconds later. */
    public static RefusedRequest forNow(String code, String detail) {
        return new RefusedRequest(503, code, detail, List.of(), true);
    }

    /**
     * The log can't be written at the moment.
     *
     * @param what in the plural, as a sentence begins with it
     */
    public static RefusedRequest logAway(String what) {
        return forNow("BROKER_UNAVAILABLE", what + " can't be kept at the moment. Send the request again later.");
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

    /** Whether the same request may succeed a few seconds later. */
    public boolean isForNow() {
        return forNow;
    }

    /** What is wrong with what was sent; empty where it is something else. */
    public List<Fault> faults() {
        return faults;
    }
}
