package org.hfsregistry.contract.outcome;

import org.hfsregistry.contract.clinical.Code;

/** Says on the wire which record an outcome is. */
public enum OutcomeType implements Code {
    MVD_OUTCOME("mvd-outcome"),
    MVD_RECURRENCE("mvd-recurrence"),
    BOTOX_RELIEF("botox-relief"),
    MEDICATION_RESPONSE("medication-response"),
    FOLLOW_UP_ENDED("follow-up-ended"),
    RETRACTION("retraction"),
    HOSPITAL_PROFILE("hospital-profile"),
    ELIGIBLE_CASES("eligible-cases");

    private final String code;

    OutcomeType(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
