package org.hfsregistry.contract.json;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Guesses which known word was meant. */
final class Nearest {

    private static final int LONGEST_GUESS = 64;
    private static final LevenshteinDistance DISTANCE = LevenshteinDistance.getDefaultInstance();

    private Nearest() {}

    /** The known word with the fewest edits to the given one, letter case aside; ties by alphabet. */
    static String to(String given, Collection<String> known) {
        String word = shortened(given).toLowerCase(Locale.ROOT);
        return known.stream()
                .min(Comparator.comparing(
                                (String candidate) -> DISTANCE.apply(word, candidate.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()))
                .orElseThrow();
    }

    static String shortened(String given) {
        return given.length() <= LONGEST_GUESS ? given : given.substring(0, LONGEST_GUESS);
    }
}
