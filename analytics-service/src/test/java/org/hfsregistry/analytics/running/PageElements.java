package org.hfsregistry.analytics.running;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Elements of a page by their ids, and the numbers in them as programs read them. */
public final class PageElements {
    private PageElements() {}

    /** What stands in the element of an id. */
    public static String part(String page, String id) {
        return Pattern.compile("<(tr|li|dd|p)\\b[^>]*\\bid=\"" + id + "\".*?</\\1>", Pattern.DOTALL)
                .matcher(page)
                .results()
                .map(MatchResult::group)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + id));
    }

    /** The first number in the element of an id. */
    public static double number(String page, String id) {
        return numbers(part(page, id)).getFirst();
    }

    /** All numbers of a part, in its order. */
    public static List<Double> numbers(String part) {
        return Pattern.compile("<data class=\"number\" value=\"([^\"]*)\"")
                .matcher(part)
                .results()
                .map(found -> Double.parseDouble(found.group(1)))
                .toList();
    }
}
