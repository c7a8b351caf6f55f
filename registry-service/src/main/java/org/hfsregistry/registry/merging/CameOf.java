package org.hfsregistry.registry.merging;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hfsregistry.registry.arrival.Place;
import org.hfsregistry.registry.history.Decision;
import org.hfsregistry.registry.history.History;

/** All that came of a treatment, as it came. */
record CameOf(History history) {

    private static final int AT_ONCE = 500;

    List<Decision> treatment(Place.OfTreatment place) {
        List<Decision> all = new ArrayList<>();
        List<Decision> some = history.ofTreatment(place, Optional.empty(), AT_ONCE);
        while (!some.isEmpty()) {
            all.addAll(some);
            some = some.size() < AT_ONCE
                    ? List.of()
                    : history.ofTreatment(place, Optional.of(some.getLast().id()), AT_ONCE);
        }
        return all;
    }
}
