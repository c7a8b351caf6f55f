package org.hfsregistry.analytics.page.figure;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hfsregistry.analytics.page.figure.Figure.Absence;
import org.hfsregistry.analytics.page.figure.Figure.Ends;
import org.jspecify.annotations.Nullable;

/** The fields of a group of an answer, read by their names; what is absent is so for a reason. */
public final class Told {
    private final Map<?, ?> fields;
    private final boolean tooFew;
    private final Predicate<String> heldBack;

    private Told(Map<?, ?> fields, boolean tooFew, Predicate<String> heldBack) {
        this.fields = fields;
        this.tooFew = tooFew;
        this.heldBack = heldBack;
    }

    /** A group or the network of an answer. */
    public static Told of(Map<?, ?> fields) {
        List<?> suppressed = fields.get("suppressed") instanceof List<?> names ? names : List.of();
        return new Told(fields, "insufficient-data".equals(fields.get("status")), suppressed::contains);
    }

    /** A number. */
    public Figure figure(String name) {
        return figure(name, Optional.empty());
    }

    /** A number with the interval of a field beside it. */
    public Figure figure(String name, String interval) {
        return figure(name, ends(fields.get(interval)));
    }

    private Figure figure(String name, Optional<Ends> interval) {
        if (fields.get(name) instanceof Number number) {
            return Figure.of(number.doubleValue(), interval);
        }
        if (tooFew) {
            return Figure.absent(Absence.TOO_FEW);
        }
        return Figure.absent(heldBack.test(name) ? Absence.HELD_BACK : Absence.NOTHING);
    }

    /** A rate with its interval. */
    public Figure rate() {
        return figure("rate", "interval");
    }

    /** A number whose interval's ends lie beside it as lower and upper. */
    public Figure point(String name) {
        return figure(name, ends(fields));
    }

    /** The share on a day, of fields that are named by days. */
    public Figure shareOn(int day) {
        String name = Integer.toString(day);
        Told read = part(name);
        return read.fields.isEmpty() ? figure(name) : read.point("incidence");
    }

    /** The ends of an interval. */
    public Optional<Ends> ends(String name) {
        return ends(fields.get(name));
    }

    private static Optional<Ends> ends(@Nullable Object interval) {
        if (!(interval instanceof Map<?, ?> map)) {
            return Optional.empty();
        }
        Ends ends = new Ends(number(map, "lower"), number(map, "upper"));
        return ends.lower().isEmpty() && ends.upper().isEmpty() ? Optional.empty() : Optional.of(ends);
    }

    private static Optional<Double> number(Map<?, ?> fields, String name) {
        return fields.get(name) instanceof Number number ? Optional.of(number.doubleValue()) : Optional.empty();
    }

    /** A whole number that is always told; 0 where there is none. */
    public int whole(String name) {
        return fields.get(name) instanceof Number number ? number.intValue() : 0;
    }

    /** A text, or what else is there as one. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(fields.get(name)).map(String::valueOf);
    }

    /** The fields of a field. */
    public Told part(String name) {
        Map<?, ?> inner = fields.get(name) instanceof Map<?, ?> map ? map : Map.of();
        return new Told(inner, tooFew, part -> heldBack.test(name) || heldBack.test(name + "." + part));
    }

    /** The fields of each entry of a list. */
    public List<Told> list(String name) {
        return fields.get(name) instanceof List<?> list
                ? list.stream()
                        .flatMap(entry -> entry instanceof Map<?, ?> map ? Stream.of(of(map)) : Stream.empty())
                        .toList()
                : List.of();
    }

    /** The names of the fields that there are. */
    public List<String> names() {
        return fields.keySet().stream().map(String::valueOf).toList();
    }
}
