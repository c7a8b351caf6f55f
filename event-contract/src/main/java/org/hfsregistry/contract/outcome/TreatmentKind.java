package org.hfsregistry.contract.outcome;

import org.hfsregistry.contract.clinical.Code;

/** The three treatments of hemifacial spasm. */
public enum TreatmentKind implements Code {
    MVD("mvd"),
    BOTOX("botox"),
    MEDICATION("medication");

    private final String code;

    TreatmentKind(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
