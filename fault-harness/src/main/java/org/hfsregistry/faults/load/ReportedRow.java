package org.hfsregistry.faults.load;

/**
 * A row that a hospital submits.
 *
 * @param kind what it does to what was said before
 * @param about the outcome that it reports, corrects, contradicts or takes back
 * @param json as it is sent
 */
public record ReportedRow(Kind kind, String outcomeId, String about, int revision, String json) implements Said {

    /** What a row does to what was said before. */
    public enum Kind {
        /** Reports of a treatment, or corrects an earlier revision of the report. */
        REPORT,
        /** Tells of the hospital itself. */
        PROFILE,
        /** Takes an outcome back, at every revision. */
        RETRACTION,
        /** Says other things under a revision that was acknowledged before: it must not count. */
        CONTRADICTION
    }
}
