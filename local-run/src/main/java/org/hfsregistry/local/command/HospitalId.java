package org.hfsregistry.local.command;

import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Refuses what intake would refuse, before a token is made for it. */
final class HospitalId implements ITypeConverter<String> {

    private static final Pattern PATTERN = Pattern.compile("[A-Za-z0-9._-]{1,32}");

    @Override
    public String convert(String typed) {
        if (!PATTERN.matcher(typed).matches()) {
            throw new TypeConversionException(
                    "'%s' is no hospital id: 1 to 32 letters (A to Z), digits, '.', '_' and '-'".formatted(typed));
        }
        return typed;
    }
}
