package org.hfsregistry.registry.history;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hfsregistry.contract.pseudonym.PatientPseudonym;
import org.hfsregistry.contract.registered.Position;

/** What the history tells of whom, for those who have to find a patient in it and to take the patient out. */
public interface Traces {

    /** A hospital's, read as they are asked for; to be closed. */
    Stream<Trace> of(String hospitalId);

    /**
     * Those of a hospital that are of these patients, by the pseudonyms under which they came, and all that retract something; read
     * as they are asked for; to be closed.
     */
    Stream<Trace> of(String hospitalId, Set<PatientPseudonym> patients);

    /** Those of these entries that are there, in any order. */
    List<Trace> at(List<Position> entries);

    /**
     * Leaves of these entries what {@code Arrival.Redacted} has, with the hash that each had, so that its seal stays provable.
     *
     * @param erasedBy the erasure that they belong to
     */
    void redact(List<Position> entries, Position erasedBy);
}
