package org.hfsregistry.analytics.statistic;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.hfsregistry.analytics.disclosure.Audience;
import org.hfsregistry.analytics.statistic.Question.Recurrence;

/**
 * A question with what of its answer is wanted.
 *
 * @param hospitals whose groups; all where it is empty
 * @param level of the intervals
 */
public record Asked(Question question, Set<String> hospitals, By by, double level) {

    /** The level of intervals where none is asked for. */
    public static final double USUAL_LEVEL = 0.95;

    /** Sorts the hospitals. */
    public Asked {
        hospitals = Collections.unmodifiableSet(new TreeSet<>(hospitals));
    }

    /** All hospitals at the usual level. */
    public static Asked ofAll(Question question) {
        return new Asked(question, Set.of(), By.HOSPITAL, USUAL_LEVEL);
    }

    /**
     * Whether the audience may ask this: what changes little between two gaps are few people, so that a gap other than the
     * default is for who sees everything, or asks for the own hospital only.
     */
    public boolean isFor(Audience audience) {
        return !(question instanceof Recurrence recurrence)
                || recurrence.isForAll(audience.k())
                || audience.own().filter(own -> hospitals.equals(Set.of(own))).isPresent();
    }

    /** What groups are. */
    public enum By {
        HOSPITAL("hospital"),
        NETWORK("network");

        private final String code;

        By(String code) {
            this.code = code;
        }

        /** As it is asked for. */
        public String code() {
            return code;
        }
    }
}
