package org.hfsregistry.registry.erasure;

import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * When a hospital last erased a patient. It exists because a mark that was made under a key can't be made of a pseudonym that
 * came under a later one.
 *
 * @param underKeys by the names of the keys under whose pseudonyms the patients were marked
 * @param underUnknown the same of those of whom the key was not kept; absent where there are none
 */
public record LastErased(Map<String, Instant> underKeys, Optional<Instant> underUnknown) {

    /** Takes a copy. */
    public LastErased {
        underKeys = Map.copyOf(underKeys);
    }

    /** When it last erased one whose mark is, or may be, under none of these keys; absent where it never did. */
    public Optional<Instant> notUnder(Set<String> keys) {
        return Stream.concat(
                        underUnknown.stream(),
                        underKeys.entrySet().stream()
                                .filter(last -> !keys.contains(last.getKey()))
                                .map(Map.Entry::getValue))
                .max(Comparator.naturalOrder());
    }
}
