package org.hfsregistry.registry.arrival;

import org.hfsregistry.contract.clinical.Code;

/** What became of an arrival, in the one word that its hospital is told. */
public enum Status implements Code {
    REGISTERED("registered"),
    DUPLICATE("duplicate"),
    QUARANTINED("quarantined"),
    RETRACTED("retracted");

    private final String code;

    Status(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
