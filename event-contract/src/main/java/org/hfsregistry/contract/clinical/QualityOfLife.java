package org.hfsregistry.contract.clinical;

import org.jspecify.annotations.Nullable;

/** A score on a disease-specific instrument; higher is worse. HFS-7 runs from 0 to 28, HFS-30 from 0 to 120. */
public record QualityOfLife(Instrument instrument, double score) {

    /** Refuses a score outside its instrument's scale. */
    public QualityOfLife {
        Faults faults = new Faults();
        check(faults, instrument, score);
        faults.refuse();
    }

    /** The rule across the fields; absent values pass. */
    public static void check(Faults faults, @Nullable Instrument instrument, @Nullable Double score) {
        if (instrument != null) {
            faults.range("score", score, 0, instrument.max);
        }
    }

    /** Which questionnaire, and how far its scale goes. */
    public enum Instrument implements Code {
        HFS_7("hfs-7", 28),
        HFS_30("hfs-30", 120);

        private final String code;
        private final int max;

        Instrument(String code, int max) {
            this.code = code;
            this.max = max;
        }

        @Override
        public String code() {
            return code;
        }
    }
}
