package org.hfsregistry.registry.proof;

import java.util.List;

/**
 * What somebody wrote down elsewhere, where who can change the store can't.
 *
 * @param heads seals
 * @param lost what the log is known to have lost before it was followed
 */
public record WrittenDown(List<Head> heads, List<Gap> lost) {

    /** Takes copies. */
    public WrittenDown {
        heads = List.copyOf(heads);
        lost = List.copyOf(lost);
    }

    /**
     * Reads lines; empty ones and those that begin with {@code #} say nothing.
     *
     * @throws IllegalArgumentException where another is neither a seal nor what was lost
     */
    public static WrittenDown read(String text) {
        List<String> lines = text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
        return new WrittenDown(
                lines.stream().filter(line -> !Gap.isOne(line)).map(Head::read).toList(),
                lines.stream().filter(Gap::isOne).map(Gap::read).toList());
    }
}
