package org.hfsregistry.local.command;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** An option with a few values, which are named as they are typed where another is given. */
abstract class Choices<E extends Enum<E>> implements ITypeConverter<E> {

    private final List<E> all;
    private final Function<E, String> spelling;

    /** The constants, in lower case. */
    Choices(Class<E> type) {
        this(type, choice -> choice.name().toLowerCase(Locale.ROOT));
    }

    Choices(Class<E> type, Function<E, String> spelling) {
        this.all = Arrays.asList(type.getEnumConstants());
        this.spelling = spelling;
    }

    @Override
    public E convert(String typed) {
        return all.stream()
                .filter(choice -> spelling.apply(choice).equalsIgnoreCase(typed))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("'%s' is none of %s"
                        .formatted(typed, all.stream().map(spelling).collect(Collectors.joining(", ")))));
    }
}
