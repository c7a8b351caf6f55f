package org.hfsregistry.registry.page.web;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.springframework.context.MessageSource;

/** Writes days, numbers and codes as a reader's language has them; for templates, so its methods are public. */
final class Say {

    private final MessageSource words;
    private final Locale locale;

    Say(MessageSource words, Locale locale) {
        this.words = words;
        this.locale = locale;
    }

    /** What stands under a key. */
    public String word(String key, Object... arguments) {
        return words.getMessage(key, arguments, locale);
    }

    /** What a code of the registry is called; the code itself where there is no word for it. */
    public String code(String kind, String code) {
        return String.valueOf(words.getMessage(kind + "." + code, null, code, locale));
    }

    /** A count, which may be one of more than were counted. */
    public String count(int count, boolean atLeast) {
        return atLeast ? word("atLeast", number(count)) : number(count);
    }

    /** A number. */
    public String number(double number) {
        return NumberFormat.getNumberInstance(locale).format(number);
    }

    /** A day. */
    public String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(day);
    }

    /** A moment, in the time of the registry. */
    public String when(Instant moment) {
        return word(
                "utc",
                DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.MEDIUM)
                        .withLocale(locale)
                        .format(moment.atZone(ZoneOffset.UTC)));
    }
}
