package org.hfsregistry.contract.clinical;

import java.util.regex.Pattern;

/**
 * What an id is made of: letters and digits of ASCII, and some marks. Checked letter by letter, since ids are most of what
 * is checked of an outcome, and a regular expression takes several times as long.
 *
 * @param marks what is allowed beside letters and digits; a hyphen stands last
 * @param longest how many characters it has at the most; the fewest is one
 */
public record IdForm(String marks, int longest) {

    /** Whether the text has the form. */
    public boolean matches(String text) {
        return matches(text, 0, text.length());
    }

    /** Whether the part of the text has the form. */
    boolean matches(String text, int from, int to) {
        if (to <= from || to - from > longest) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (!has(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean has(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || marks.indexOf(c) >= 0;
    }

    /** The same form as a regular expression, for who has to name it. */
    public Pattern pattern() {
        return Pattern.compile("[A-Za-z0-9" + marks + "]{1," + longest + "}");
    }
}
