package org.hfsregistry.registry.quarantine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hfsregistry.contract.registered.Position;

/** Where quarantined arrivals are kept. */
public interface Quarantine {

    /** Adds those that are not there yet. */
    void add(List<Quarantined> quarantined);

    /**
     * A hospital's, the oldest of each partition first.
     *
     * @param after the id after which to go on
     */
    List<Quarantined> of(String hospitalId, Optional<String> after, int limit);

    /** How many each hospital has, by hospitalId; without those that have none. */
    Map<String, Integer> sizes();

    /** Those of these ids, in any order. */
    List<Quarantined> find(Set<String> ids);

    /** The one of this id, whose ever it is. */
    Optional<Quarantined> find(String id);

    /**
     * Everybody's.
     *
     * @param after the id after which to go on
     */
    List<Quarantined> all(Optional<String> after, int limit);

    /** Leaves nothing of what was sent of those of these arrivals that are here: their patient was erased. */
    void redact(List<Position> arrivals);

    /** Puts each in its own place, with other pseudonyms of the same patients; what was redacted stays so. */
    void replace(List<Quarantined> quarantined);
}
