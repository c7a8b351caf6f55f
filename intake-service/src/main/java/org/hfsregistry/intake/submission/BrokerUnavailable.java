package org.hfsregistry.intake.submission;

/** Nobody has said that an outcome is kept, so it is not accepted; it can be sent again, repeats count once. */
public final class BrokerUnavailable extends RuntimeException {

    /** Tells of the outage that it was for. */
    public BrokerUnavailable(String message, Throwable cause) {
        super(message, cause);
    }

    /** Tells of an outage that was met before. */
    public BrokerUnavailable(String message) {
        super(message);
    }
}
