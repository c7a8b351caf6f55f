package org.hfsregistry.analytics.frozen;

/** What people call a snapshot. It exists because it is a line of the text that is summed up: it must be one line. */
public record Title(String text) {
    private static final int LONGEST = 200;

    /** What it may be, for a message. */
    public static final String CHOICES = "one line of 1 to " + LONGEST + " characters, not blank";

    /** Refuses what is no line. */
    public Title {
        if (!isOne(text)) {
            throw new IllegalArgumentException("a title is " + CHOICES);
        }
    }

    /** Whether the text may be a title. */
    public static boolean isOne(String text) {
        return !text.isBlank() && text.length() <= LONGEST && text.codePoints().noneMatch(Title::isNoCharacter);
    }

    /** What would break the line, and half of a character. */
    private static boolean isNoCharacter(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            default -> false;
        };
    }
}
