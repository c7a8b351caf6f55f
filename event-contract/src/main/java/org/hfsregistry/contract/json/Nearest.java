package org.hfsregistry.contract.json;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * Guesses which known word was meant, where the given one is near enough for that. It exists so that whatever refuses a
 * word, a field or a parameter, guesses alike.
 */
public final class Nearest {

    private static final int LONGEST_GUESS = 64;
    private static final int LETTERS_AN_EDIT = 3;
    private static final LevenshteinDistance DISTANCE = LevenshteinDistance.getDefaultInstance();

    private Nearest() {}

    /** {@code did you mean …?} and a blank, or nothing where no word is near. */
    public static String question(String given, Collection<String> known) {
        return to(given, known).map(nearest -> "did you mean " + nearest + "? ").orElse("");
    }

    /**
     * The known word with the fewest edits to the given one, letter case aside; ties by alphabet. An edit for every three
     * letters begun of the shorter word is a slip of the pen, more is another word. Codes of two letters, grades among them, are never
     * guessed: one edit away lies another grade.
     */
    public static Optional<String> to(String given, Collection<String> known) {
        String word = shortened(given).toLowerCase(Locale.ROOT);
        return known.stream()
                .filter(candidate ->
                        candidate.length() >= LETTERS_AN_EDIT && distance(word, candidate) <= edits(word, candidate))
                .min(Comparator.comparingInt((String candidate) -> distance(word, candidate))
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static int edits(String word, String candidate) {
        return Math.ceilDiv(Math.min(word.length(), candidate.length()), LETTERS_AN_EDIT);
    }

    private static int distance(String word, String candidate) {
        return DISTANCE.apply(word, candidate.toLowerCase(Locale.ROOT));
    }

    static String shortened(String given) {
        return given.length() <= LONGEST_GUESS ? given : given.substring(0, LONGEST_GUESS);
    }
}
