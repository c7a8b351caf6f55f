package org.hfsregistry.analytics.frozen;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.hfsregistry.analytics.cohort.LogPositions;
import org.hfsregistry.analytics.question.Definition;
import org.hfsregistry.analytics.statistic.AskedText;

/**
 * What was frozen together. It exists so that an answer of it is found by its question and its audience, and so that its id
 * names what is in it: the moment, and the beginning of the checksum of what everybody gets.
 *
 * @param asOf when the newest change in it was made
 * @param positions up to where the log was applied
 * @param definitions of all its numbers
 */
public record Snapshot(
        Title title,
        Instant frozenAt,
        Instant asOf,
        LogPositions positions,
        List<Definition> definitions,
        List<Part> parts) {

    private static final DateTimeFormatter IN_AN_ID =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int DIGITS_IN_AN_ID = 12;

    /** Takes copies. */
    public Snapshot {
        definitions = List.copyOf(definitions);
        parts = List.copyOf(parts);
    }

    /**
     * An answer in it.
     *
     * @param researchers whether it is under the researchers' rule; else under that for everybody
     * @param checksum of its bytes, by which it is kept
     */
    public record Part(AskedText asked, boolean researchers, Checksum checksum) {}

    /** What it is known by. */
    public String id() {
        return IN_AN_ID.format(frozenAt) + "-" + checksum(false).hex().substring(0, DIGITS_IN_AN_ID);
    }

    /** What an audience gets of it. */
    public List<Part> parts(boolean researchers) {
        return parts.stream().filter(part -> part.researchers() == researchers).toList();
    }

    /**
     * Of all that an audience gets: of its title, its moment and a line for each answer, the answer's checksum before the
     * question, as {@code sha256sum} writes them.
     */
    public Checksum checksum(boolean researchers) {
        StringBuilder lines = new StringBuilder();
        lines.append(title.text()).append('\n').append(frozenAt).append('\n');
        parts(researchers)
                .forEach(part -> lines.append(part.checksum().hex())
                        .append("  ")
                        .append(part.asked().text())
                        .append('\n'));
        return Checksum.of(lines.toString().getBytes(StandardCharsets.UTF_8));
    }
}
