package org.hfsregistry.registry.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/**
 * Offsets of a partition at which nothing stands, though it was followed past them. Each offset of the log has an outcome, and each
 * that was followed a decision; so entries were deleted before they were sealed, or the log had lost outcomes before they were
 * followed. Who knows of such a loss writes it down elsewhere, as the seals are.
 *
 * @param last is in it
 */
public record Gap(int partition, long first, long last) {

    private static final Pattern LINE = Pattern.compile("lost (\\d{1,5}) (\\d{1,18}) (\\d{1,18})");

    /** Whether a line is meant to be one. */
    static boolean isOne(String line) {
        return line.startsWith("lost ");
    }

    /** Reads a line. @throws IllegalArgumentException where it is none */
    static Gap read(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw new IllegalArgumentException("no partition, first and last offset");
        }
        return new Gap(
                Integer.parseInt(parts.group(1)), Long.parseLong(parts.group(2)), Long.parseLong(parts.group(3)));
    }

    boolean isWithin(Gap other) {
        return partition == other.partition && first >= other.first && last <= other.last;
    }

    @Override
    public String toString() {
        return "lost " + partition + " " + first + " " + last;
    }

    /** Finds the gaps of a partition, of which what stands there is told in its order. Where it begins nobody knows but the log. */
    static final class Search {

        private final int partition;
        private final List<Gap> found = new ArrayList<>();
        private OptionalLong next = OptionalLong.empty();

        Search(int partition) {
            this.partition = partition;
        }

        /** Something stands, or stood, at these offsets. */
        void stands(LongStream offsets) {
            offsets.sorted().forEach(offset -> {
                reach(offset);
                next = OptionalLong.of(Math.max(offset + 1, next.orElse(0)));
            });
        }

        /** All that stands below was told. */
        void reach(long offset) {
            if (next.isPresent() && next.getAsLong() < offset) {
                found.add(new Gap(partition, next.getAsLong(), offset - 1));
                next = OptionalLong.of(offset);
            }
        }

        List<Gap> found() {
            return List.copyOf(found);
        }
    }
}
