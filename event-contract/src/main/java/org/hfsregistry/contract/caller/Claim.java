package org.hfsregistry.contract.caller;

/** Claims of the bearer tokens beside the standard ones. */
public final class Claim {

    /** The hospital that the caller acts for. */
    public static final String HOSPITAL_ID = "hospital_id";

    private Claim() {}
}
