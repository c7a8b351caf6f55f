package org.hfsregistry.analytics.statistic;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.hfsregistry.analytics.cohort.LogPositions;

/**
 * Many answers of one state of the data, each made when it is asked for. It exists so that they need not all be held at once,
 * and so that nobody waits for them: what they are made of is scanned before.
 *
 * @param asOf when the newest change in it was made
 * @param positions of all that is followed
 */
public record Scanned(Instant asOf, LogPositions positions, List<Pending> answers) {

    /** Takes a copy. */
    public Scanned {
        answers = List.copyOf(answers);
    }

    /**
     * An answer that is not made yet.
     *
     * @param audience its place among those that were given
     */
    public record Pending(AskedText asked, int audience, Supplier<Answer> answer) {}
}
