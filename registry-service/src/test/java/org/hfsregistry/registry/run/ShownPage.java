package org.hfsregistry.registry.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.web.util.HtmlUtils;

/** What a page has, read out of its text. */
record ShownPage(String html) {

    private static final Pattern ROW =
            Pattern.compile("<th scope=\"row\"><a href=\"/(?:records|quarantine)/([^\"?]+)\"");
    private static final Pattern NEXT = Pattern.compile("id=\"next\" href=\"([^\"]+)\"");
    private static final Pattern VALUE = Pattern.compile("value=\"(\\d+)\"");

    /** The ids that the rows of its list lead to. */
    List<String> rows() {
        return found(ROW, html).toList();
    }

    /** The address of the next part of its list. */
    Optional<String> next() {
        return found(NEXT, html).map(HtmlUtils::htmlUnescape).findFirst();
    }

    /** The number of an element with an id. */
    long number(String id) {
        return found(Pattern.compile("id=\"" + id + "\" value=\"(\\d+)\""), html)
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElseThrow(() -> new AssertionError(id + " is not in " + html));
    }

    /** The numbers in a list with an id. */
    List<Long> numbers(String list) {
        return found(VALUE, between("id=\"" + list + "\">", "</ul>"))
                .map(Long::parseLong)
                .toList();
    }

    String between(String from, String to) {
        int begin = html.indexOf(from);
        assertThat(begin).as(from).isNotNegative();
        return html.substring(begin + from.length(), html.indexOf(to, begin));
    }

    private static Stream<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1));
    }
}
