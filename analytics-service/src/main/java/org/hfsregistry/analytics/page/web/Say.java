package org.hfsregistry.analytics.page.web;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleFunction;
import org.hfsregistry.analytics.page.figure.Figure;
import org.hfsregistry.analytics.page.figure.Figure.Absence;
import org.hfsregistry.analytics.page.figure.Figure.Ends;
import org.springframework.context.MessageSource;

/** Writes numbers and codes as a reader's language has them; for templates, so its methods are public. */
final class Say {
    private static final int DAYS_OF_A_YEAR = 365;
    private static final double HALF_A_TENTH = 0.05;

    private final MessageSource words;
    private final Locale locale;
    private final int k;

    /** @param k how few people no number may tell of */
    Say(MessageSource words, Locale locale, int k) {
        this.words = words;
        this.locale = locale;
        this.k = k;
    }

    /** What stands under a key. */
    public String word(String key, Object... arguments) {
        return words.getMessage(key, arguments, locale);
    }

    /** What a code of the registry is called; the code itself where there is no word for it. */
    public String code(String kind, String code) {
        return String.valueOf(words.getMessage(kind + "." + code, null, code, locale));
    }

    /** A share as a percentage. */
    public String percent(double share) {
        return percent(share, 1);
    }

    /** A share as a percentage without decimals, for axes. */
    String roundPercent(double share) {
        return percent(share, 0);
    }

    private String percent(double share, int decimals) {
        NumberFormat format = NumberFormat.getPercentInstance(locale);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(share);
    }

    /** A number of people or of days, a half where it is one. */
    public String number(double number) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(1);
        return format.format(Math.abs(number) < HALF_A_TENTH ? 0 : number);
    }

    private String plain(double number) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(4);
        format.setGroupingUsed(false);
        return format.format(number);
    }

    /** What stands in a cell of a table of an answer. */
    public String cell(Object value) {
        return value instanceof Number number ? plain(number.doubleValue()) : String.valueOf(value);
    }

    /** By how many percentage points, with its sign. */
    public String points(double difference) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(1);
        format.setMaximumFractionDigits(1);
        String size = format.format(Math.abs(100 * difference));
        return word(difference < 0 ? "points.fewer" : "points.more", size);
    }

    /** The ends of an interval of shares. */
    public String range(Ends ends) {
        return range(ends, this::percent);
    }

    /** The ends of an interval of days, or of points of a score. */
    public String numberRange(Ends ends) {
        return range(ends, this::number);
    }

    /** How many times as many. */
    public String ratio(double ratio) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(2);
        format.setMaximumFractionDigits(2);
        return format.format(ratio);
    }

    /** The ends of an interval of ratios. */
    public String ratioRange(Ends ends) {
        return range(ends, this::ratio);
    }

    private String range(Ends ends, DoubleFunction<String> written) {
        return word("range", end(ends.lower(), written), end(ends.upper(), written));
    }

    private String end(Optional<Double> end, DoubleFunction<String> written) {
        return end.map(written::apply).orElse(word("range.open"));
    }

    /** A share with its interval in one line, or why there is none. */
    String share(Figure figure) {
        return figure.isShown()
                ? percent(figure.number())
                        + figure.interval()
                                .map(ends -> " (" + range(ends) + ")")
                                .orElse("")
                : why(figure);
    }

    /** Why a number is absent. */
    public String why(Figure figure) {
        return figure.absence().map(this::why).orElse("");
    }

    /** Why something is absent. */
    public String why(Absence absence) {
        return switch (absence) {
            case TOO_FEW -> word("absent.tooFew", k);
            case HELD_BACK -> word("absent.heldBack", k);
            case NOTHING -> word("absent.nothing");
            case NOT_REACHED -> word("absent.notReached");
        };
    }

    /** A day after a treatment, by the largest fitting unit. */
    public String after(int day) {
        return day >= DAYS_OF_A_YEAR && day % DAYS_OF_A_YEAR == 0
                ? word("after.years", day / DAYS_OF_A_YEAR)
                : word("after.days", day);
    }

    /** A country by its code. */
    public String country(String code) {
        return Locale.of("", code).getDisplayCountry(locale);
    }

    /** A moment. */
    public String when(Instant moment) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(locale)
                .format(moment.atZone(ZoneOffset.UTC));
    }
}
