package org.hfsregistry.registry.erasure;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hfsregistry.registry.arrival.PatientMark;

/** Where erasures are kept, for ever: what comes later of a patient is known by them. */
public interface Erasures {

    /** Says of a patient that whatever comes is refused from now on. */
    void mark(Patient patient);

    /** Adds one, if it is not there: from then on it is told that it was carried out. */
    void add(Erasure erasure);

    /** Those of the hospitals that have ever erased a patient. */
    Set<String> hospitals(Set<String> hospitalIds);

    /** Those of these patients who were erased. */
    Set<Patient> erased(Set<Patient> patients);

    /** A hospital's one; absent where it has none of this id. */
    Optional<Erasure> find(String hospitalId, String id);

    /**
     * A hospital's, the oldest of each partition first.
     *
     * @param after the id after which to go on
     */
    List<Erasure> of(String hospitalId, Optional<String> after, int limit);

    /** A patient of a hospital, by a mark. */
    record Patient(String hospitalId, PatientMark mark) {}
}
