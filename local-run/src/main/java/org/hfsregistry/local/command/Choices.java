package org.hfsregistry.local.command;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * An option with a few values, which are named as they are typed where another is given.
 *
 * @param <E> they are its constants, in lower case
 */
abstract class Choices<E extends Enum<E>> implements ITypeConverter<E> {

    private final List<E> all;

    Choices(Class<E> type) {
        this.all = Arrays.asList(type.getEnumConstants());
    }

    @Override
    public E convert(String typed) {
        return all.stream()
                .filter(choice -> choice.name().equalsIgnoreCase(typed))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("'%s' is none of %s"
                        .formatted(
                                typed,
                                all.stream()
                                        .map(choice -> choice.name().toLowerCase(Locale.ROOT))
                                        .collect(Collectors.joining(", ")))));
    }
}
