package org.hfsregistry.registry.registration;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hfsregistry.contract.registered.Position;
import org.hfsregistry.registry.arrival.Arrival;
import org.hfsregistry.registry.arrival.Place;
import org.hfsregistry.registry.history.Decision;
import org.hfsregistry.registry.history.History;

/** The history, in a map. */
record DecisionsInMemory(Map<Position, Decision> history, EntriesInMemory.EachInAnyOrder each, Runnable beforeRead)
        implements History {

    @Override
    public Map<Position, Decision> of(Collection<Arrival> arrivals) {
        Map<Position, Decision> found = new HashMap<>();
        each.of(arrivals, arrival -> {
            Decision decision = history.get(arrival.position());
            if (decision != null) {
                boolean asItCame = decision.arrival() instanceof Arrival.OfOutcome
                        || decision.arrival() instanceof Arrival.OfMerge
                        || decision.arrival() instanceof Arrival.Unreadable;
                found.put(
                        arrival.position(),
                        new Decision(
                                asItCame ? arrival : decision.arrival(), decision.verdict(), decision.decidedAt()));
            }
        });
        return found;
    }

    @Override
    public List<Decision> ofTreatment(Place.OfTreatment treatment, Optional<String> after, int limit) {
        beforeRead.run();
        return history.values().stream()
                .filter(decision -> decision.arrival().place().equals(Optional.<Place>of(treatment)))
                .filter(decision -> after.isEmpty() || decision.id().compareTo(after.get()) > 0)
                .limit(limit)
                .toList();
    }

    @Override
    public boolean add(List<Decision> decisions) {
        List<Decision> taken = new ArrayList<>();
        each.of(decisions, decision -> {
            if (history.putIfAbsent(decision.arrival().position(), decision) != null) {
                taken.add(decision);
            }
        });
        return taken.isEmpty();
    }
}
