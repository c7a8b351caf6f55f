package org.hfsregistry.analytics.statistic;

import java.util.function.Supplier;
import org.hfsregistry.analytics.measure.Newest;
import org.hfsregistry.analytics.question.Question;

/**
 * What was made of answers, for as long as the data are the same. It exists so that what many ask for is made once for each
 * state of the data, and so that nobody who makes it need know what a state is.
 *
 * @param <K> names what was made, the audience among it
 */
public final class Kept<K, V> {
    private final Statistics statistics;
    private final Newest<K, V> newest;

    /** Keeps so many of those asked for last. */
    public Kept(Statistics statistics, int most) {
        this.statistics = statistics;
        this.newest = new Newest<>(most);
    }

    /** What is kept, or made now; it may be of newer data than at the time of asking, never of older. */
    public V get(K key, Supplier<V> made) {
        return newest.get(statistics.positions(Question.Quality.DEFAULT), key, made);
    }
}
