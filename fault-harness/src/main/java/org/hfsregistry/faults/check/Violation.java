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
        /** There, of a patient who was erased. */
        NOT_ERASED,
        /** Under the id of another patient than it has to be by what was merged and parted. */
        OTHER_PATIENT,
        /** Not where it was acknowledged in the hospital's order. */
        OTHER_ORDER,
        /** A number is not the one that the rows give. */
        OTHER_NUMBER,
        /** Verifying finds fault with the record. */
        NOT_PROVED
    }

    @Override
    public String toString() {
        return "%s: %s, %s".formatted(what, hospital, where);
    }
}
