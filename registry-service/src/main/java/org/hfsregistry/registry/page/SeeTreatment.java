package org.hfsregistry.registry.page;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hfsregistry.contract.registered.TreatmentDocument;
import org.hfsregistry.registry.arrival.Place;
import org.hfsregistry.registry.history.Decision;
import org.hfsregistry.registry.history.History;
import org.hfsregistry.registry.treatment.Treatment;
import org.hfsregistry.registry.treatment.Treatments;
import org.springframework.stereotype.Service;

/** Shows a hospital one of its treatments with all that came of it; also one of which nothing counts any more. */
@Service
public final class SeeTreatment {

    private final Treatments treatments;
    private final History history;

    /** Of these. */
    public SeeTreatment(Treatments treatments, History history) {
        this.treatments = treatments;
        this.history = history;
    }

    /**
     * A hospital's treatment; absent where it has none of this id and never had.
     *
     * @param after the decision after which to go on with the history
     * @param limit how many decisions at most
     */
    public Optional<Seen> of(String hospitalId, String treatmentId, Optional<String> after, int limit) {
        Place.OfTreatment place = new Place.OfTreatment(hospitalId, treatmentId);
        Optional<TreatmentDocument> counting = treatments.find(Set.of(place.id())).stream()
                .filter(treatment -> !treatment.counting().isEmpty())
                .map(Treatment::document)
                .findFirst();
        List<Decision> came = history.ofTreatment(place, after, limit);
        return counting.isEmpty() && came.isEmpty() && after.isEmpty()
                ? Optional.empty()
                : Optional.of(new Seen(counting, came));
    }

    /**
     * A treatment and what came of it.
     *
     * @param document absent where nothing counts any more
     * @param history in the order in which it came
     */
    public record Seen(Optional<TreatmentDocument> document, List<Decision> history) {}
}
