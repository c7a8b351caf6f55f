package org.hfsregistry.registry.history;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.hfsregistry.contract.registered.Position;
import org.hfsregistry.registry.arrival.Arrival;

/** Where decisions are kept, each once and for ever. */
public interface History {

    /** What was decided before of any of these arrivals. */
    Map<Position, Decision> of(Collection<Arrival> arrivals);

    /**
     * Adds decisions. Some may have been added when this is refused.
     *
     * @return whether all are new; not so where another has decided of one of the arrivals, and then that decision stands
     */
    boolean add(List<Decision> decisions);
}
