package org.hfsregistry.registry.export;

import java.util.Optional;
import java.util.stream.Stream;
import org.hfsregistry.contract.outcome.Outcome;
import org.hfsregistry.contract.registered.Reported;
import org.hfsregistry.registry.treatment.Dossier;
import org.hfsregistry.registry.treatment.Hospitals;
import org.hfsregistry.registry.treatment.Treatments;
import org.springframework.stereotype.Service;

/** Hands out every outcome that counts, one after the other: what a hospital says of itself, then its treatments. */
@Service
public final class ExportOutcomes {

    private final Hospitals hospitals;
    private final Treatments treatments;

    /** Of these. */
    public ExportOutcomes(Hospitals hospitals, Treatments treatments) {
        this.hospitals = hospitals;
        this.treatments = treatments;
    }

    /**
     * The outcomes, read as they are asked for; to be closed. Each document is as it is when it is read.
     *
     * @param hospitalId everybody's where it is absent
     */
    public Stream<Outcome> of(Optional<String> hospitalId) {
        return Stream.concat(hospitals.reporting(hospitalId), treatments.counting(hospitalId))
                .flatMap(ExportOutcomes::counting);
    }

    private static Stream<Outcome> counting(Dossier<?> dossier) {
        return dossier.counting().stream().map(Reported::outcome);
    }
}
