package org.hfsregistry.registry.arrival;

import org.hfsregistry.contract.outcome.HospitalReport;
import org.hfsregistry.contract.outcome.TreatmentOutcome;

/** Which document an outcome is filed in. */
public sealed interface Place {

    /** Whose document it is. */
    String hospitalId();

    /** The document's key in the store and in its topic. */
    String id();

    /** A treatment of the hospital. */
    record OfTreatment(String hospitalId, String treatmentId) implements Place {
        /** The one that an outcome names. */
        public static OfTreatment of(TreatmentOutcome outcome) {
            return new OfTreatment(outcome.hospitalId(), outcome.treatmentId());
        }

        @Override
        public String id() {
            return hospitalId + "/" + treatmentId;
        }
    }

    /** The hospital itself. */
    record OfHospital(String hospitalId) implements Place {
        /** The one that a report names. */
        public static OfHospital of(HospitalReport report) {
            return new OfHospital(report.hospitalId());
        }

        @Override
        public String id() {
            return hospitalId;
        }
    }
}
