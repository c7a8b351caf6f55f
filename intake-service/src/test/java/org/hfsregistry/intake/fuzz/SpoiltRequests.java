package org.hfsregistry.intake.fuzz;

import java.util.List;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Valid requests, spoilt in up to six places at random. */
final class SpoiltRequests {

    private static final int MOST_PLACES = 6;
    private static final int LONGEST_PIECE = 200;
    private static final int SCALE = 10_000;

    /** What readers trip over; each char is a byte. */
    private static final String[] NASTY = {
        "{",
        "}",
        "[",
        "]",
        "\"",
        "\\",
        ",",
        ":",
        ";",
        "|",
        "\n",
        "\r",
        "\r\n",
        "\t",
        "\0",
        "null",
        "true",
        "-1",
        "0",
        "1e999",
        "1e999999999",
        "99999999999999999999",
        "NaN",
        "\\ud800",
        "\\u0000",
        "\\ud83d\\ude00",
        "\u00ed\u00a0\u0080",
        "\u00ff",
        "\u00ef\u00bb\u00bf",
        "\u00c3\u00a4",
        "\u001f\u008b\b",
        "PK\u0003\u0004",
        "\"\"",
        "''",
        "[[[[[[[[[[[[[[[[[",
        "2024-02-30",
        "2024-03-01",
        "E9",
        "h-02",
        "\"type\":\"retraction\",",
        "\"revision\":2147483648,",
        "data",
        "=cmd()",
        "//",
        "retraction",
        "hospital-profile",
        "eligible-cases",
        "follow-up-ended",
        "resourceType",
        "urn:uuid:",
        "Patient/",
        "\u0085"
    };

    private SpoiltRequests() {}

    static Arbitrary<Sent> any() {
        Arbitrary<Way> way = Arbitraries.of(Way.class);
        Arbitrary<List<UnaryOperator<String>>> spoiling = spoiling().list().ofMaxSize(MOST_PLACES);
        return way.flatMap(each -> Combinators.combine(
                        body(each), spoiling, type(each), Arbitraries.of(true, false), Arbitraries.of(true, false))
                .as((body, spoilt, type, zipped, dryRun) -> {
                    String text = body;
                    for (UnaryOperator<String> spoil : spoilt) {
                        text = spoil.apply(text);
                    }
                    return new Sent(each, type, zipped, dryRun, text);
                }));
    }

    /** Mostly what belongs there. */
    private static Arbitrary<String> body(Way way) {
        return Arbitraries.frequencyOf(
                Tuple.of(8, Arbitraries.of(way.valid())),
                Tuple.of(
                        1,
                        Arbitraries.of(Way.ALL.stream()
                                .flatMap(other -> other.valid().stream())
                                .toList())),
                Tuple.of(1, Arbitraries.strings().withCharRange('\0', '\u00ff').ofMaxLength(LONGEST_PIECE)));
    }

    private static Arbitrary<String> type(Way way) {
        return Arbitraries.frequencyOf(
                Tuple.of(12, Arbitraries.just(way.contentType())),
                Tuple.of(
                        1,
                        Arbitraries.of(
                                way.contentType() + "; charset=utf-8",
                                way.contentType() + ";charset=latin1",
                                way.contentType() + "; q=\"",
                                "application/json",
                                "application/xml",
                                "*/*",
                                "multipart/form-data; boundary=b",
                                "application/x-www-form-urlencoded",
                                "text/plain")));
    }

    private static Arbitrary<UnaryOperator<String>> spoiling() {
        Arbitrary<Integer> place = Arbitraries.integers().between(0, SCALE);
        Arbitrary<Integer> length = Arbitraries.integers().between(1, LONGEST_PIECE);
        Arbitrary<UnaryOperator<String>> cutOff = place.map(at -> body -> body.substring(0, at(body, at)));
        Arbitrary<UnaryOperator<String>> flipped = Combinators.combine(
                        place, Arbitraries.chars().range('\0', '\u00ff'))
                .as((at, c) -> body -> replaced(body, at(body, at), 1, c.toString()));
        Arbitrary<UnaryOperator<String>> added = Combinators.combine(place, Arbitraries.of(NASTY))
                .as((at, nasty) -> body -> replaced(body, at(body, at), 0, nasty));
        Arbitrary<UnaryOperator<String>> leftOut =
                Combinators.combine(place, length).as((at, many) -> body -> replaced(body, at(body, at), many, ""));
        Arbitrary<UnaryOperator<String>> twice = Combinators.combine(place, length)
                .as((at, many) -> body -> replaced(
                        body,
                        at(body, at),
                        0,
                        body.substring(at(body, at), Math.min(body.length(), at(body, at) + many))));
        Arbitrary<UnaryOperator<String>> doubled = Arbitraries.just(body -> body + body);
        Arbitrary<UnaryOperator<String>> value = Combinators.combine(place, Arbitraries.of(NASTY))
                .as((at, nasty) -> body -> withValue(body, at(body, at), nasty));
        return Arbitraries.oneOf(List.of(cutOff, flipped, added, leftOut, twice, doubled, value, value));
    }

    private static int at(String body, int place) {
        return (int) ((long) body.length() * place / SCALE);
    }

    private static String replaced(String body, int from, int many, String by) {
        return body.substring(0, from) + by + body.substring(Math.min(body.length(), from + many));
    }

    /** With another value after the next colon, so that what is odd is the value and not the text around it. */
    private static String withValue(String body, int from, String value) {
        int begin = body.indexOf("\":", from) + 2;
        int end = begin;
        while (begin >= 2 && end < body.length() && ",}]\n".indexOf(body.charAt(end)) < 0) {
            end++;
        }
        return begin < 2 ? body : replaced(body, begin, end - begin, value);
    }
}
