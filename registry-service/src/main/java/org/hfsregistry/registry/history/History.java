package org.hfsregistry.registry.history;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hfsregistry.contract.registered.Position;
import org.hfsregistry.registry.arrival.Arrival;
import org.hfsregistry.registry.arrival.Place;

/**
 * Where decisions are kept, each once and for ever. Of a patient that was erased only that something was decided is kept; see
 * {@link Traces}.
 */
public interface History {

    /**
     * What was decided before of any of these arrivals, which stand in the decisions as they are given here; but erasures, and
     * what is of an erased patient, as they are kept.
     */
    Map<Position, Decision> of(Collection<Arrival> arrivals);

    /**
     * What came of a treatment, in the order in which it was decided, also where the log's partitions were added to: its outcomes in every revision, whatever was decided of them,
     * what took an outcome out of it, and every retraction of one of them, whenever it came; and what merged its patient with another.
     *
     * @param after the key after which to go on
     */
    List<Decision> ofTreatment(Place.OfTreatment treatment, Optional<String> after, int limit);

    /**
     * Adds decisions. Some may have been added when this is refused.
     *
     * @return whether all are new; not so where another has decided of one of the arrivals, and then that decision stands
     */
    boolean add(List<Decision> decisions);
}
