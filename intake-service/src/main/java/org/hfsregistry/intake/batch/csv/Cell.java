package org.hfsregistry.intake.batch.csv;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hfsregistry.contract.json.FlatField;
import tools.jackson.core.JsonGenerator;

/** How the text of a cell becomes a value in JSON. */
final class Cell {

    static final char LISTED = '|';
    private static final char COURSE = ':';

    /** Some programs write whole numbers of columns with gaps as 4.0. */
    private static final Pattern WHOLE = Pattern.compile("(-?)0*(\\d{1,18})(?:[.,]0)?");

    private static final Pattern NUMBER = Pattern.compile("(-?)0*(\\d{1,25}(?:\\.\\d{1,25})?(?:[eE]-?\\d{1,3})?)");

    /** Thousands, or three decimals: nobody can tell where the comma may be the decimal sign. */
    private static final Pattern THOUSANDS = Pattern.compile("-?\\d{1,3}(?:\\.\\d{3})+");

    private static final int MOST_DIGITS = 18;

    private final char separator;

    Cell(char separator) {
        this.separator = separator;
    }

    void write(JsonGenerator out, FlatField.Kind kind, String text) {
        switch (kind) {
            case TEXT, DATE -> out.writeString(text);
            case WHOLE_NUMBER -> number(out, WHOLE, text, text);
            case NUMBER -> decimal(out, text);
            case FLAG -> flag(out, text);
            case CODES -> {
                out.writeStartArray();
                pieces(text).forEach(out::writeString);
                out.writeEndArray();
            }
            case COMPLICATIONS -> {
                out.writeStartArray();
                pieces(text).forEach(piece -> complication(out, piece));
                out.writeEndArray();
            }
        }
    }

    private static List<String> pieces(String text) {
        if (text.indexOf(LISTED) < 0) {
            return List.of(text);
        }
        return Arrays.stream(text.split("\\" + LISTED))
                .map(String::strip)
                .filter(piece -> !piece.isEmpty())
                .toList();
    }

    /** Without a course the contract says that it is missing. */
    private static void complication(JsonGenerator out, String text) {
        int colon = text.indexOf(COURSE);
        out.writeStartObject();
        out.writeStringProperty(
                "kind", colon < 0 ? text : text.substring(0, colon).strip());
        if (colon >= 0) {
            out.writeStringProperty("course", text.substring(colon + 1).strip());
        }
        out.writeEndObject();
    }

    private void decimal(JsonGenerator out, String text) {
        boolean thousands = separator == ';' && THOUSANDS.matcher(text).matches();
        String pointed = separator == ',' || text.indexOf('.') >= 0 ? text : text.replace(',', '.');
        number(out, NUMBER, thousands ? "" : pointed, text);
    }

    private static void number(JsonGenerator out, Pattern form, String number, String text) {
        if (isPlain(number)) {
            out.writeNumber(number);
            return;
        }
        Matcher matcher = form.matcher(number);
        if (matcher.matches()) {
            out.writeNumber(matcher.group(1) + matcher.group(2));
        } else {
            out.writeString(text);
        }
    }

    /** Digits alone, as most numbers are; a regular expression takes many times as long. */
    private static boolean isPlain(String number) {
        if (number.isEmpty() || number.length() > MOST_DIGITS || number.charAt(0) == '0') {
            return false;
        }
        for (int i = 0; i < number.length(); i++) {
            if (number.charAt(i) < '0' || number.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static void flag(JsonGenerator out, String text) {
        switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "1" -> out.writeBoolean(true);
            case "false", "no", "0" -> out.writeBoolean(false);
            default -> out.writeString(text);
        }
    }
}
