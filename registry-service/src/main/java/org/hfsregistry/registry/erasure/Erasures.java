package org.hfsregistry.registry.erasure;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hfsregistry.registry.arrival.PatientMark;

/** Where erasures are kept, for ever: what comes later of a patient is known by them. */
public interface Erasures {

    /**
     * Says of patients of a hospital that whatever comes is refused from now on.
     *
     * @param key the name of that under whose pseudonyms they are marked; absent where nobody knows it any more
     * @param at when they were erased
     */
    void mark(String hospitalId, Set<PatientMark> marks, Optional<String> key, Instant at);

    /** Adds one, if it is not there: from then on it is told that it was carried out. */
    void add(Erasure erasure);

    /** Those of the hospitals that have ever erased a patient, and when they last did. */
    Map<String, LastErased> hospitals(Set<String> hospitalIds);

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

    /** All, in any order, read as they are asked for; to be closed. */
    Stream<Erasure> all();

    /** A patient of a hospital, by a mark. */
    record Patient(String hospitalId, PatientMark mark) {}
}
