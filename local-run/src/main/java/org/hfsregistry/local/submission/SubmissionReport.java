package org.hfsregistry.local.submission;

/** Is told what becomes of the rows while they are being sent. */
public interface SubmissionReport {

    /** Something is wrong with a row. */
    void rejected(RejectedRow row);

    /** All rows so far are in the account. */
    void progressed(Account soFar);

    /** Intake asked for a pause. */
    void waiting(long seconds);
}
