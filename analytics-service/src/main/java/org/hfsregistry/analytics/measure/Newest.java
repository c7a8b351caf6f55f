package org.hfsregistry.analytics.measure;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.hfsregistry.analytics.cohort.LogPositions;

/**
 * The results of the newest data that were asked for last. It exists so that a repeated question costs a look-up, while
 * nothing of older data is held once the data has moved on.
 */
public final class Newest<K, V> {
    private final int most;
    private final Map<K, V> results = new LinkedHashMap<>(16, 0.75f, true);
    private LogPositions positions = LogPositions.NONE;

    /** Holds so many. */
    public Newest(int most) {
        this.most = most;
    }

    /** The result of the data at these positions, kept or new; two who ask at once may both compute it. */
    public V get(LogPositions at, K key, Supplier<V> computed) {
        synchronized (results) {
            V known = moveTo(at) ? results.get(key) : null;
            if (known != null) {
                return known;
            }
        }
        V result = computed.get();
        synchronized (results) {
            if (moveTo(at)) {
                results.put(key, result);
                if (results.size() > most) {
                    results.remove(results.keySet().iterator().next());
                }
            }
        }
        return result;
    }

    /** How many results are held. */
    int held() {
        synchronized (results) {
            return results.size();
        }
    }

    /** Forgets what is older; false where these positions are older themselves. */
    private boolean moveTo(LogPositions at) {
        if (!at.reached(positions)) {
            return false;
        }
        if (!at.equals(positions)) {
            results.clear();
            positions = at;
        }
        return true;
    }
}
