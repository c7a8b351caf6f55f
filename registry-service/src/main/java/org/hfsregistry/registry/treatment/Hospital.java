package org.hfsregistry.registry.treatment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hfsregistry.contract.outcome.HospitalReport;
import org.hfsregistry.contract.registered.HospitalDocument;
import org.hfsregistry.contract.registered.Reported;
import org.hfsregistry.contract.registered.Withdrawn;
import org.hfsregistry.registry.arrival.Place;
import org.hfsregistry.registry.arrival.Refusal;

/** What a hospital reports of itself. Its reports can't contradict each other: each is of its own year, or the latest. */
public record Hospital(HospitalDocument document) implements Dossier<HospitalReport> {

    /** One that reported nothing of itself. */
    public static Hospital unreported(Place.OfHospital place) {
        return new Hospital(new HospitalDocument(place.hospitalId(), 0, Instant.EPOCH, List.of(), List.of()));
    }

    @Override
    public Place place() {
        return new Place.OfHospital(document.hospitalId());
    }

    @Override
    public long version() {
        return document.version();
    }

    @Override
    public List<Reported<HospitalReport>> counting() {
        return document.reports();
    }

    @Override
    public List<Withdrawn> withdrawn() {
        return document.withdrawn();
    }

    @Override
    public Hospital next(Instant changedAt, List<Reported<HospitalReport>> counting, List<Withdrawn> withdrawn) {
        return new Hospital(new HospitalDocument(document.hospitalId(), version() + 1, changedAt, counting, withdrawn));
    }

    @Override
    public Hospital asVersion(long version) {
        return new Hospital(
                new HospitalDocument(document.hospitalId(), version, document.changedAt(), counting(), withdrawn()));
    }

    @Override
    public boolean isErased() {
        return false;
    }

    @Override
    public Optional<Refusal> contradiction(HospitalReport report) {
        return Optional.empty();
    }
}
