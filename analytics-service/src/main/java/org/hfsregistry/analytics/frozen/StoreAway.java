package org.hfsregistry.analytics.frozen;

/** What is kept can't be reached. It exists so that an outage of the store is told as one. */
public final class StoreAway extends RuntimeException {

    /** For this reason. */
    public StoreAway(Throwable cause) {
        super("what was frozen can't be reached", cause);
    }
}
