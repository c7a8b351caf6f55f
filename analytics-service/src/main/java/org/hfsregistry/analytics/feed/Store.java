package org.hfsregistry.analytics.feed;

import java.util.List;
import java.util.function.Consumer;
import org.hfsregistry.analytics.cohort.Change;

/** The registry's store, as far as it is read at the start. */
public interface Store {

    /**
     * Reads all hospitals and treatments, some at a time.
     *
     * @throws FeedInterrupted where the store can't be reached
     */
    void read(Consumer<List<Change>> some);
}
