package org.hfsregistry.analytics.inference;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What was asked for last and follows from the question alone. It exists because a change is of one hospital, and of all
 * others the same is asked again.
 */
public final class Latest<K, V> {
    private final int most;
    private final Map<K, V> known = new LinkedHashMap<>(16, 0.75f, true);

    /** Holds so many. */
    public Latest(int most) {
        this.most = most;
    }

    /** What is known, or made now; two who ask at once may both make it, and get the same. */
    public V get(K key, Supplier<V> made) {
        synchronized (known) {
            V before = known.get(key);
            if (before != null) {
                return before;
            }
        }
        V now = made.get();
        synchronized (known) {
            V first = known.putIfAbsent(key, now);
            if (known.size() > most) {
                known.remove(known.keySet().iterator().next());
            }
            return first == null ? now : first;
        }
    }
}
