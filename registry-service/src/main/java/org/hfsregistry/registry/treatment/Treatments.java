package org.hfsregistry.registry.treatment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hfsregistry.contract.outcome.TreatmentKind;
import org.hfsregistry.contract.pseudonym.PatientPseudonym;

/** Where treatments are kept. */
public interface Treatments extends Dossiers<Treatment> {

    /** A hospital's treatments by their ids; those of which nothing counts any more are left out. */
    List<Treatment> of(String hospitalId, Selection selection);

    /** Those of a patient of a hospital of which something counts, in any order. */
    List<Treatment> ofPatient(String hospitalId, PatientPseudonym patient);

    /**
     * A hospital's operations by their days and ids, read as they are asked for; to be closed.
     *
     * @param from the earliest day of surgery
     * @param to the latest day of surgery
     */
    Stream<Treatment> operations(String hospitalId, Optional<LocalDate> from, LocalDate to);

    /**
     * Those of which something counts, by their ids, read as they are asked for; to be closed.
     *
     * @param hospitalId everybody's where it is absent
     */
    Stream<Treatment> counting(Optional<String> hospitalId);

    /**
     * Everybody's by their ids, so that a hospital's come together.
     *
     * @param after the id after which to go on
     */
    List<Treatment> all(Optional<String> after, int limit);

    /**
     * Which of a hospital's treatments to show.
     *
     * @param from the earliest day of treatment
     * @param to the latest day of treatment
     * @param after the treatmentId after which to go on
     * @param limit how many at most
     */
    record Selection(
            Optional<TreatmentKind> kind,
            Optional<LocalDate> from,
            Optional<LocalDate> to,
            Optional<String> after,
            int limit) {}
}
