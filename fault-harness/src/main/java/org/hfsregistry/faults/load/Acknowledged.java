package org.hfsregistry.faults.load;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that a hospital said and that was acknowledged.
 *
 * @param said in the hospital's order
 * @param taken what became of that of it which was asked of the registry, in the same order
 * @param pseudonyms of the patients that it asked about, by its own ids
 */
public record Acknowledged(List<Said> said, List<Taken> taken, Map<String, String> pseudonyms) {

    /** Takes copies. */
    public Acknowledged {
        said = List.copyOf(said);
        taken = List.copyOf(taken);
        pseudonyms = Map.copyOf(pseudonyms);
    }

    /** Of rows alone. */
    public static Acknowledged ofRows(List<ReportedRow> rows) {
        return new Acknowledged(List.copyOf(rows), List.of(), Map.of());
    }

    /**
     * Something that the registry took.
     *
     * @param at its place in what the hospital said
     * @param id the registry's, which tells where it stands in the log; absent where no answer came of the one that was kept
     * @param unanswered how often it was sent without an answer: as many more of it may have been kept
     */
    public record Taken(int at, Said.Asked asked, Optional<String> id, int unanswered) {}
}
