package org.hfsregistry.contract.registered;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where in the log of submitted outcomes something stands. */
public record Position(int partition, long offset) {

    private static final Pattern KEY = Pattern.compile("([0-9]{5,9})-(0[0-9]{18})");

    /** The key of what is kept of it. Keys sort as the positions of a partition do. */
    public String key() {
        return "%05d-%019d".formatted(partition, offset);
    }

    /** The position of a key; absent where it is the key of none. */
    public static Optional<Position> ofKey(String key) {
        Matcher parts = KEY.matcher(key);
        return parts.matches()
                ? Optional.of(new Position(Integer.parseInt(parts.group(1)), Long.parseLong(parts.group(2))))
                        .filter(position -> position.key().equals(key))
                : Optional.empty();
    }
}
