package org.hfsregistry.analytics.feed;

import java.util.Optional;
import java.util.function.Predicate;
import org.hfsregistry.analytics.cohort.LogPositions;
import org.hfsregistry.analytics.cohort.Population;

/** The columns as they were written down on this machine, so that a start need not read all treatments from the store. */
public interface SavedColumns {

    /**
     * Takes in what was saved, if it was, and is whole, not too old, and of this log; else whatever is there goes.
     *
     * @param log which log the columns have to be of
     * @param reached whether the log can be followed from some positions
     * @return up to where the log was applied at least
     */
    Optional<LogPositions> restore(Population population, String log, Predicate<LogPositions> reached);

    /**
     * Saves the columns, in which the log is applied up to these positions or further.
     *
     * @return false where that failed; what was saved before is still there then
     */
    boolean save(Population population, String log, LogPositions applied);
}
