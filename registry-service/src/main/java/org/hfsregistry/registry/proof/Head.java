package org.hfsregistry.registry.proof;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A seal, as short as somebody can write it down elsewhere: partition, number and hash. */
public record Head(int partition, long number, String hash) {

    private static final Pattern LINE = Pattern.compile("(\\d{1,5}) (\\d{1,18}) ([0-9a-f]{64})");

    /** Reads a line. @throws IllegalArgumentException where it is none */
    public static Head read(String line) {
        Matcher parts = LINE.matcher(line.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException("no partition, number and hash");
        }
        return new Head(Integer.parseInt(parts.group(1)), Long.parseLong(parts.group(2)), parts.group(3));
    }

    @Override
    public String toString() {
        return partition + " " + number + " " + hash;
    }
}
