package org.hfsregistry.faults.load;

import java.util.List;

/** Something that a hospital says, in its order: a row that it submits, or what it asks of the registry for its patients. */
public sealed interface Said permits ReportedRow, Said.Asked {

    /** What is asked of the registry's doors. Patients have the hospital's own ids here. */
    sealed interface Asked extends Said permits Erasure, Merge, Undoing {
        /** Whom it is about. */
        List<String> patients();
    }

    /** Nothing of the patient is to be left, nor of whoever is the same person. */
    record Erasure(String patientId) implements Asked {
        @Override
        public List<String> patients() {
            return List.of(patientId);
        }
    }

    /** Two ids are one person's, who comes under the staying one. */
    record Merge(String staying, String merged) implements Asked {
        @Override
        public List<String> patients() {
            return List.of(staying, merged);
        }
    }

    /** They are two persons' after all. */
    record Undoing(String staying, String merged) implements Asked {
        @Override
        public List<String> patients() {
            return List.of(staying, merged);
        }
    }
}
