package org.hfsregistry.contract.clinical;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the faults of one outcome, so that all of them are told at once.
 *
 * <p>The rules here take absent values and let them pass: whether a field may be absent is another rule.
 */
public final class Faults {

    /** No treatment of the disease that the registry knows is older. */
    public static final LocalDate EARLIEST_DATE = LocalDate.of(1900, 1, 1);

    private static final int LONGEST_VALUE = 64;

    /** More than an honest outcome has, and few enough that thousands of outcomes that wait to be told fill no memory. */
    private static final int MOST_TOLD = 25;

    private static final Fault MORE = new Fault(
            "MORE_FAULTS", "", null, "there are further faults", "mend those that are told here, and send it again");

    private final Found faults;
    private final @Nullable Faults outer;
    private final String within;

    private static final class Found {
        private final List<Fault> told = new ArrayList<>();
        private int count;
    }

    /** An empty gathering for a whole outcome. */
    public Faults() {
        this(new Found(), null, "");
    }

    private Faults(Found faults, @Nullable Faults outer, String within) {
        this.faults = faults;
        this.outer = outer;
        this.within = within;
    }

    /** The same gathering, seen from within the named field. */
    public Faults within(String field) {
        return new Faults(faults, this, field);
    }

    /** The path of a field as the submitter wrote it. */
    public String path(String field) {
        String path = path();
        return path.isEmpty() || field.startsWith("[") ? path + field : path + "." + field;
    }

    /** Put together when a fault is found, since most outcomes have none. */
    private String path() {
        return outer == null ? "" : outer.path(within);
    }

    /** Adds a fault of a field; {@code value} is shortened, and is absent where it may be personal. */
    public void add(String code, String field, @Nullable Object value, String message, String fix) {
        if (faults.count < MOST_TOLD) {
            faults.told.add(new Fault(code, field.isEmpty() ? path() : path(field), shortened(value), message, fix));
        } else if (faults.count == MOST_TOLD) {
            faults.told.add(MORE);
        }
        faults.count++;
    }

    /** Refuses a number outside {@code [min, max]}. */
    public void range(String field, @Nullable Number value, double min, double max) {
        if (value != null && !(value.doubleValue() >= min && value.doubleValue() <= max)) {
            String range = plain(min) + " to " + plain(max);
            add(
                    "OUT_OF_RANGE",
                    field,
                    plain(value.doubleValue()),
                    field + " must be from " + range,
                    "send a number from " + range);
        }
    }

    /** Refuses a number that is not greater than zero and finite. */
    public void positive(String field, @Nullable Double value) {
        if (value != null && !(value > 0 && value < Double.POSITIVE_INFINITY)) {
            add("OUT_OF_RANGE", field, plain(value), field + " must be greater than 0", "send a number greater than 0");
        }
    }

    /** Refuses a number that is less than zero or not finite. */
    public void notNegative(String field, @Nullable Double value) {
        if (value != null && !(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            add("OUT_OF_RANGE", field, plain(value), field + " must not be less than 0", "send a number from 0");
        }
    }

    /** Refuses a number below {@code min}. */
    public void atLeast(String field, @Nullable Integer value, int min) {
        if (value != null && value < min) {
            add("OUT_OF_RANGE", field, value, field + " must be at least " + min, "send a whole number from " + min);
        }
    }

    /** Refuses a date before {@link #EARLIEST_DATE}; the year has been mistyped, most often. */
    public void notTooEarly(String field, @Nullable LocalDate date) {
        if (date != null && date.isBefore(EARLIEST_DATE)) {
            add(
                    "TOO_EARLY",
                    field,
                    date,
                    field + " is before " + EARLIEST_DATE,
                    "check the year: dates are taken from " + EARLIEST_DATE);
        }
    }

    /** Refuses a date before the treatment. */
    public void notBefore(@Nullable LocalDate treatedOn, String field, @Nullable LocalDate date) {
        if (date != null && treatedOn != null && date.isBefore(treatedOn)) {
            add(
                    "BEFORE_TREATED",
                    field,
                    date,
                    field + " is before treatedOn (" + treatedOn + ")",
                    "check both dates: " + field + " can't be earlier than treatedOn");
        }
    }

    /** Refuses a text that does not have the form of an id. */
    public void id(String field, @Nullable String value, IdForm form, String allowed) {
        if (value != null && !form.matches(value)) {
            add("NOT_AN_ID", field, value, field + " is not of the form " + form.pattern(), "use " + allowed);
        }
    }

    /** Refuses a text that others can't read: with half a character, or one that stands for no sign. */
    public void readable(String field, @Nullable String value) {
        if (value != null && !value.codePoints().allMatch(Faults::isReadable)) {
            add(
                    "UNREADABLE_TEXT",
                    field,
                    value,
                    field + " has a character that can't be shown",
                    "write it in letters, signs and blanks");
        }
    }

    private static boolean isReadable(int c) {
        return switch (Character.getType(c)) {
            case Character.SURROGATE -> false;
            case Character.CONTROL -> c == '\n' || c == '\r' || c == '\t';
            default -> true;
        };
    }

    /** Refuses an absent value. */
    public void required(String field, @Nullable Object value, String when) {
        if (value == null) {
            add("MISSING_FIELD", field, null, (field + " is missing " + when).strip(), "send " + field);
        }
    }

    /** Whether nothing was found so far. */
    public boolean none() {
        return faults.count == 0;
    }

    /** How many were found so far. */
    public int count() {
        return faults.count;
    }

    /** What was found, in the order it was found; of very many the first, and that there are more. */
    public List<Fault> all() {
        return List.copyOf(faults.told);
    }

    /** For compact constructors: a record with a fault can't be made. */
    public void refuse() {
        if (!none()) {
            throw new InvalidOutcome(all());
        }
    }

    private static @Nullable String shortened(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        String text = value.toString();
        if (text.length() <= LONGEST_VALUE) {
            return text;
        }
        boolean cutsACharacter = Character.isHighSurrogate(text.charAt(LONGEST_VALUE - 1));
        return text.substring(0, cutsACharacter ? LONGEST_VALUE - 1 : LONGEST_VALUE) + "…";
    }

    private static String plain(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString((long) number)
                : Double.toString(number);
    }
}
