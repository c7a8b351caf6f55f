package org.hfsregistry.contract.clinical;

import java.util.List;

/** Thrown where code tries to make a record that breaks a rule; input is checked before, so this is a bug. */
public final class InvalidOutcome extends IllegalArgumentException {

    private final transient List<Fault> faults;

    InvalidOutcome(List<Fault> faults) {
        super(faults.stream()
                .map(fault -> fault.code() + " " + fault.field())
                .toList()
                .toString());
        this.faults = faults;
    }

    /** What is wrong. */
    public List<Fault> faults() {
        return faults;
    }
}
