package org.hfsregistry.contract.clinical;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with one field of an outcome, or odd about it, said to the person who has to mend it.
 *
 * @param code stable, upper case with underscores
 * @param field the path of the field, such as {@code complications[0].kind}; empty for the outcome as a whole
 * @param value what was sent, shortened; absent where it may be personal or there is none
 * @param message what is wrong
 * @param fix what to do about it
 */
public record Fault(String code, String field, @Nullable String value, String message, String fix) {

    /** Half characters, which a reader of the answer may choke on, are told as what they are not. */
    public Fault {
        field = whole(field);
        value = value == null ? null : whole(value);
    }

    /** The text with a sign of its absence in the place of each half character. */
    public static String whole(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return withoutHalves(text);
            }
        }
        return text;
    }

    private static String withoutHalves(String text) {
        return text.codePoints()
                .map(c -> Character.getType(c) == Character.SURROGATE ? '\uFFFD' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
