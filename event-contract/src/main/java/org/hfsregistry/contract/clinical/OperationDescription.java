package org.hfsregistry.contract.clinical;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a microvascular decompression was done, and what was found. */
public record OperationDescription(
        @Nullable Approach approach,
        List<Vessel> vessels,
        @Nullable Boolean monitored,
        @Nullable LateralSpread lateralSpread,
        @Nullable Boolean repeatOperation,
        @Nullable Padding padding,
        @Nullable CompressionOnMri compressionOnMri) {

    /** Sorts the vessels, so that two descriptions with the same content are equal. */
    public OperationDescription {
        vessels = Code.canonical(vessels);
    }

    /** How the nerve was reached. */
    public enum Approach implements Code {
        MICROSCOPIC("microscopic"),
        ENDOSCOPIC("endoscopic"),
        COMBINED("combined");

        private final String code;

        Approach(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    /** What pressed on the nerve: anterior or posterior inferior cerebellar, vertebral or basilar artery, or a vein. */
    public enum Vessel implements Code {
        AICA("aica"),
        PICA("pica"),
        VA("va"),
        BA("ba"),
        VEIN("vein"),
        OTHER("other");

        private final String code;

        Vessel(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    /** Whether the abnormal muscle response went away during surgery. */
    public enum LateralSpread implements Code {
        RESOLVED("resolved"),
        PERSISTENT("persistent"),
        NOT_DONE("not-done");

        private final String code;

        LateralSpread(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    /** What was put between vessel and nerve. */
    public enum Padding implements Code {
        TEFLON("teflon"),
        IVALON("ivalon"),
        TRANSPOSITION("transposition"),
        OTHER("other");

        private final String code;

        Padding(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    /** Whether imaging showed the compression before surgery. */
    public enum CompressionOnMri implements Code {
        CONFIRMED("confirmed"),
        NOT_SEEN("not-seen"),
        NOT_DONE("not-done");

        private final String code;

        CompressionOnMri(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }
}
