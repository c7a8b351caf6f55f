package org.hfsregistry.contract.topic;

/** The CloudEvents types on the topics; a change that an old reader can't read gets a new one. */
public final class EventType {

    /** An outcome was accepted from a hospital; the data is the outcome with a pseudonym as its patientId. */
    public static final String OUTCOME_SUBMITTED_V1 = "org.hfsregistry.outcome-submitted.v1";

    /** A patient of a hospital is to be erased; the data says which, and on what ground. */
    public static final String PATIENT_ERASURE_V1 = "org.hfsregistry.patient-erasure.v1";

    /** Two patients of a hospital are one person, or are not after all; the data says which. */
    public static final String PATIENT_MERGE_V1 = "org.hfsregistry.patient-merge.v1";

    /** A treatment was changed; the data is the treatment as it is now. */
    public static final String TREATMENT_CHANGED_V1 = "org.hfsregistry.treatment-changed.v1";

    /** A hospital was changed; the data is the hospital as it is now. */
    public static final String HOSPITAL_CHANGED_V1 = "org.hfsregistry.hospital-changed.v1";

    /** What of a hospital is in quarantine was counted; the data is how much it is. */
    public static final String QUARANTINE_CHANGED_V1 = "org.hfsregistry.quarantine-changed.v1";

    /** The CloudEvents extension that names the client that submitted an outcome. */
    public static final String SUBMITTED_BY = "submittedby";

    /** CloudEvents' extension that names the span in which an event was published; there where that is traced. */
    public static final String TRACE_PARENT = "traceparent";

    private EventType() {}
}
