package org.hfsregistry.contract.registered;

import org.hfsregistry.contract.clinical.Code;

/**
 * An outcome that does not count here, kept so that a late lower revision of it does not come back.
 *
 * @param revision the revision that took it away; what a retraction takes away stays so at every revision
 * @param position of the event that took it away
 */
public record Withdrawn(String outcomeId, int revision, Reason reason, Position position) {

    /** Why it does not count here. */
    public enum Reason implements Code {
        RETRACTED("retracted"),
        MOVED("moved");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }
}
