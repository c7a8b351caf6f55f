package org.hfsregistry.faults.check;

/**
 * A promise that was not kept.
 *
 * @param what which one
 * @param where the hospital, and what of it
 */
public record Violation(What what, String hospital, String where) {

    /** The promises. */
    public enum What {
        /** Acknowledged, and not there as it was submitted. */
        LOST,
        /** There more than once. */
        DOUBLED,
        /** There, and never submitted, or not to count any more. */
        NOT_TO_BE_THERE,
        /** A number is not the one that the rows give. */
        OTHER_NUMBER
    }

    @Override
    public String toString() {
        return "%s: %s, %s".formatted(what, hospital, where);
    }
}
