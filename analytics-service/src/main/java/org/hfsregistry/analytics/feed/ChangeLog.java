package org.hfsregistry.analytics.feed;

import java.time.Duration;
import java.util.Optional;
import org.hfsregistry.analytics.cohort.LogPositions;

/** The registry's log of changed treatments, hospitals and quarantines. */
public interface ChangeLog {

    /** Begins to follow it; the follower is used and closed by one thread. */
    Follower open();

    /** Reads the log in order. Every method throws {@link FeedInterrupted} where the log can't be reached. */
    interface Follower extends AutoCloseable {

        /** Which log it is: another one, also where it has the same name, is called otherwise. */
        String log();

        /** The beginning of each partition now. */
        LogPositions beginnings();

        /** The end of each partition now. */
        LogPositions ends();

        /** Goes to these positions. */
        void seek(LogPositions positions);

        /** The next changes, after waiting this long for some at most; empty where nothing came. */
        Optional<Batch> poll(Duration longest);

        @Override
        void close();
    }
}
