package org.hfsregistry.registry.erasure;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.hfsregistry.contract.pseudonym.PatientPseudonym;
import org.hfsregistry.contract.registered.PatientErasure;
import org.hfsregistry.contract.registered.Position;
import org.hfsregistry.registry.arrival.MissingKey;
import org.hfsregistry.registry.arrival.PseudonymKeys;
import org.hfsregistry.registry.quarantine.SubmittedLog;
import org.springframework.stereotype.Service;

/** Puts an erasure into the hospital's order. It is carried out when it comes out of the log, after all that stands before it. */
@Service
public final class RequestErasure {

    private final SubmittedLog log;
    private final PseudonymKeys keys;
    private final Clock clock;

    /** Into this log. */
    public RequestErasure(SubmittedLog log, PseudonymKeys keys, Clock clock) {
        this.log = log;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Of a patient.
     *
     * @return where it stands in the log; absent where the pseudonym is none of this registry, and nothing was asked for then
     * @throws SubmittedLog.Unavailable where it is not known whether it is in the log
     */
    public Optional<Position> of(String hospitalId, PatientPseudonym patient, String basis, String clientId) {
        PatientPseudonym newest;
        try {
            newest = keys.newest(patient);
        } catch (MissingKey unknown) {
            return Optional.empty();
        }
        return Optional.of(log.append(
                new PatientErasure(hospitalId, newest, basis),
                clientId,
                clock.instant().truncatedTo(ChronoUnit.MILLIS)));
    }
}
