package org.hfsregistry.analytics.feed;

/** The log or the store can't be reached, or can't be any more. It is tried again. */
public final class FeedInterrupted extends RuntimeException {

    /** For this reason. */
    public FeedInterrupted(Throwable cause) {
        super(cause.getMessage(), cause);
    }
}
