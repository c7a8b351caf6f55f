package org.hfsregistry.analytics.decision;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which parts of a scan are asked for together. It exists so that all of them is a case of its own: it is what is shown
 * without a filter.
 *
 * @param parts by their numbers; of no meaning where it is the whole
 */
public record Part(boolean whole, Set<Integer> parts) {

    /** All. */
    public static final Part WHOLE = new Part(true, Set.of());

    /** Takes a copy. */
    public Part {
        parts = Set.copyOf(parts);
    }

    /** Some parts. */
    public static Part of(Set<Integer> parts) {
        return new Part(false, parts);
    }

    /** One part. */
    public static Part of(int part) {
        return of(Set.of(part));
    }

    /** What of some values by part is asked for. */
    public <T> List<T> among(Map<Integer, T> values) {
        return values.entrySet().stream()
                .filter(value -> whole || parts.contains(value.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Whether a part is asked for. */
    public boolean has(int part) {
        return whole || parts.contains(part);
    }
}
