package org.hfsregistry.contract.caller;

/** What a bearer token lets its caller do. */
public final class Scope {

    /** Submit outcomes of the own hospital. */
    public static final String SUBMIT = "outcomes.submit";

    /** Read the own hospital's records. */
    public static final String READ_RECORDS = "records.read";

    /** Erase a patient of the own hospital. */
    public static final String ERASE_RECORDS = "records.erase";

    /** Read statistics under the researchers' rule. */
    public static final String READ_STATISTICS = "statistics.read";

    /** Everything, of every hospital. */
    public static final String ADMIN = "registry.admin";

    private Scope() {}
}
