package org.hfsregistry.intake.batch;

/** The closing account of a batch. */
public record BatchSummary(long accepted, long rejected, boolean dryRun) {

    /** Every row that came is either accepted or rejected. */
    public long received() {
        return accepted + rejected;
    }
}
