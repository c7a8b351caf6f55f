package org.hfsregistry.contract.clinical;

import java.util.regex.Pattern;

/**
 * What an id is made of: letters and digits of ASCII, and some marks. Checked letter by letter in a table, since ids are
 * most of what is checked of an outcome, and a regular expression takes several times as long.
 */
public final class IdForm {

    private static final int ASCII = 128;

    private final String marks;
    private final int longest;
    private final boolean[] allowed = new boolean[ASCII];

    /**
     * A form.
     *
     * @param marks what is allowed beside letters and digits; a hyphen stands last
     * @param longest how many characters it has at the most; the fewest is one
     */
    public IdForm(String marks, int longest) {
        this.marks = marks;
        this.longest = longest;
        for (char c = 0; c < ASCII; c++) {
            allowed[c] =
                    (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || marks.indexOf(c) >= 0;
        }
    }

    /** Whether the text has the form. */
    public boolean matches(String text) {
        return matches(text, 0, text.length());
    }

    /** Whether the part of the text has the form. */
    public boolean matches(String text, int from, int to) {
        if (to <= from || to - from > longest) {
            return false;
        }
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c >= ASCII || !allowed[c]) {
                return false;
            }
        }
        return true;
    }

    /** The same form as a regular expression, for who has to name it. */
    public Pattern pattern() {
        return Pattern.compile("[A-Za-z0-9" + marks + "]{1," + longest + "}");
    }
}
