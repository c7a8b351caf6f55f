package org.hfsregistry.benchmarks.pages;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hfsregistry.benchmarks.analytics.MadeUp;

/**
 * A page that somebody asks for.
 *
 * @param language that the browser prefers
 */
record Visit(Kind kind, String path, String language) {

    /** Visits after which it begins anew with 20 hospitals. */
    static final int ROUND = 23;

    /** Pages of hospitals in a round. */
    static final int HOSPITALS = 20;

    private static final List<String> LANGUAGES = List.of("en", "de");
    private static final int COMPARED = 4;

    /** Which page. */
    enum Kind {
        HOSPITAL,
        FIND,
        FUNNEL,
        COMPARE
    }

    /** The same one in every run: any hospital as often as another, English as often as German. */
    static Visit number(int number, int hospitals) {
        SplittableRandom random = new SplittableRandom(number);
        String language = LANGUAGES.get(random.nextInt(LANGUAGES.size()));
        return switch (number % ROUND) {
            case HOSPITALS -> new Visit(Kind.FIND, "/", language);
            case HOSPITALS + 1 -> new Visit(Kind.FUNNEL, "/funnel", language);
            case HOSPITALS + 2 -> new Visit(Kind.COMPARE, compared(random, hospitals), language);
            default -> new Visit(Kind.HOSPITAL, "/hospitals/" + MadeUp.hospital(random.nextInt(hospitals)), language);
        };
    }

    /** Two to four neighbours. */
    private static String compared(SplittableRandom random, int hospitals) {
        int first = random.nextInt(hospitals - COMPARED);
        return "/compare?"
                + IntStream.range(first, first + 2 + random.nextInt(COMPARED - 1))
                        .mapToObj(hospital -> "hospital=" + MadeUp.hospital(hospital))
                        .collect(Collectors.joining("&"));
    }

    /** As a browser sends them. */
    String headers() {
        return "Accept: text/html\r\nAccept-Encoding: gzip\r\nAccept-Language: " + language + "\r\n";
    }
}
