package org.hfsregistry.analytics.cohort;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hfsregistry.analytics.treatment.Reports;
import org.hfsregistry.analytics.treatment.TreatmentRow;
import org.hfsregistry.contract.outcome.EligibleCases;
import org.hfsregistry.contract.outcome.HospitalProfile;
import org.hfsregistry.contract.registered.HospitalDocument;
import org.hfsregistry.contract.registered.QuarantineCounts;
import org.hfsregistry.contract.registered.TreatmentDocument;

/**
 * Something the registry said, made ready for the columns. It exists so that all the work on a document is done before
 * the lock is taken.
 */
public sealed interface Change {

    /** A treatment as it is now. @throws ArithmeticException for a version that no number of events can reach */
    static Change of(TreatmentDocument document) {
        return new Treated(
                document.hospitalId(),
                Key.of(document.treatmentId()),
                Math.toIntExact(document.version()),
                document.changedAt(),
                TreatmentRow.of(document),
                Reports.of(document));
    }

    /** A hospital as it is now. */
    static Change of(HospitalDocument document) {
        return new Described(
                document.hospitalId(),
                document.version(),
                document.changedAt(),
                document.profile(),
                document.eligibleCases());
    }

    /** How much of a hospital is in quarantine now. */
    static Change of(QuarantineCounts counts) {
        return new Quarantined(counts);
    }

    /** A treatment that the registry has erased with its patient, by its hospital and its own id. */
    static Change erased(String hospitalId, String treatmentId) {
        return new Erased(hospitalId, Key.of(treatmentId));
    }

    /** Makes itself felt in a population. */
    void applyTo(Population population);

    /** A treatment, changed. */
    record Treated(
            String hospitalId,
            Key treatment,
            int version,
            Instant changedAt,
            Optional<TreatmentRow> content,
            Reports reports)
            implements Change {
        @Override
        public void applyTo(Population population) {
            population.cohort(hospitalId).apply(treatment, version, content, reports);
            if (content.isEmpty()) {
                population.emptyOne();
            }
            population.changedAt(changedAt);
        }
    }

    /** A treatment, erased. */
    record Erased(String hospitalId, Key treatment) implements Change {
        @Override
        public void applyTo(Population population) {
            population.cohort(hospitalId).empty(treatment);
            population.emptyOne();
        }
    }

    /** A hospital, changed. */
    record Described(
            String hospitalId,
            long version,
            Instant changedAt,
            Optional<HospitalProfile> profile,
            List<EligibleCases> eligibleCases)
            implements Change {
        @Override
        public void applyTo(Population population) {
            population.describe(this);
            population.changedAt(changedAt);
        }
    }

    /** A quarantine, counted. It is in no number, so it does not move the time of the newest change that numbers are of. */
    record Quarantined(QuarantineCounts counts) implements Change {
        @Override
        public void applyTo(Population population) {
            population.quarantined(counts);
        }
    }
}
