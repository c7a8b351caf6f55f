package org.hfsregistry.registry.merging;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hfsregistry.registry.arrival.Arrival;
import org.hfsregistry.registry.arrival.Place;
import org.hfsregistry.registry.arrival.PseudonymKeys;
import org.springframework.stereotype.Service;

/** Tells which ids are one person's. A hospital merges few of its patients, so all that it merged are read at once. */
@Service
public final class FindPersons {

    private final Merges merges;
    private final PseudonymKeys keys;

    /** By these. */
    public FindPersons(Merges merges, PseudonymKeys keys) {
        this.merges = merges;
        this.keys = keys;
    }

    /**
     * For arrivals: of the hospitals of which some name patients.
     *
     * @throws org.hfsregistry.registry.arrival.MissingKey where the key of one of them is not known
     */
    public Persons among(List<Arrival> arrivals) {
        return of(arrivals.stream()
                .flatMap(arrival -> arrival.place().stream())
                .filter(Place.OfTreatment.class::isInstance)
                .map(Place::hospitalId)
                .collect(Collectors.toSet()));
    }

    /** Of these hospitals. @throws org.hfsregistry.registry.arrival.MissingKey where the key of one of them is not known */
    public Persons of(Set<String> hospitalIds) {
        return hospitalIds.isEmpty() ? Persons.unmerged() : Persons.of(merges.standing(hospitalIds), keys);
    }
}
