package org.hfsregistry.contract.registered;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hfsregistry.contract.clinical.Side;
import org.hfsregistry.contract.outcome.TreatmentKind;
import org.hfsregistry.contract.outcome.TreatmentOutcome;
import org.hfsregistry.contract.pseudonym.PatientPseudonym;

/**
 * One operation, injection session or course of a medication, with every outcome that counts of it.
 *
 * @param version how many events changed it; of two documents the one with the higher version is the newer
 * @param changedAt when it was changed last
 * @param outcomes what counts, by outcomeId; empty where all was withdrawn, and then it is no treatment any more
 * @param erased whether it was erased with its patient; then it says nothing, and never will again
 */
public record TreatmentDocument(
        String hospitalId,
        String treatmentId,
        long version,
        Instant changedAt,
        List<Reported<TreatmentOutcome>> outcomes,
        List<Withdrawn> withdrawn,
        boolean erased) {

    /** Takes copies. */
    public TreatmentDocument {
        outcomes = List.copyOf(outcomes);
        withdrawn = List.copyOf(withdrawn);
        if (erased && !(outcomes.isEmpty() && withdrawn.isEmpty())) {
            throw new IllegalArgumentException("an erased treatment says nothing");
        }
    }

    /** One that was not erased. */
    public TreatmentDocument(
            String hospitalId,
            String treatmentId,
            long version,
            Instant changedAt,
            List<Reported<TreatmentOutcome>> outcomes,
            List<Withdrawn> withdrawn) {
        this(hospitalId, treatmentId, version, changedAt, outcomes, withdrawn, false);
    }

    /** One of which nothing is left but that it was erased. */
    public static TreatmentDocument erased(String hospitalId, String treatmentId, long version, Instant erasedAt) {
        return new TreatmentDocument(hospitalId, treatmentId, version, erasedAt, List.of(), List.of(), true);
    }

    /** The key in the store and in the topic: hospital and treatment. */
    public String id() {
        return hospitalId + "/" + treatmentId;
    }

    /** Which treatment it is; absent until an outcome says so. */
    public Optional<TreatmentKind> kind() {
        return outcomes.stream()
                .flatMap(reported -> reported.outcome().kind().stream())
                .findFirst();
    }

    /** Which side; absent until an outcome says so. */
    public Optional<Side> side() {
        return outcomes.stream()
                .flatMap(reported -> reported.outcome().treatedSide().stream())
                .findFirst();
    }

    /** Whom it was done to; absent where nothing counts any more. */
    public Optional<PatientPseudonym> patientId() {
        return outcomes.stream().map(reported -> reported.outcome().patientId()).findFirst();
    }

    /** When it was done; absent where nothing counts any more. */
    public Optional<LocalDate> treatedOn() {
        return outcomes.stream().map(reported -> reported.outcome().treatedOn()).findFirst();
    }
}
