package org.hfsregistry.registry.merging;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import org.hfsregistry.contract.registered.PatientMerge;
import org.hfsregistry.contract.registered.Position;
import org.hfsregistry.registry.arrival.MissingKey;
import org.hfsregistry.registry.arrival.PseudonymKeys;
import org.hfsregistry.registry.arrival.Refusal;
import org.hfsregistry.registry.quarantine.SubmittedLog;
import org.springframework.stereotype.Service;

/**
 * Puts a merge, or its undoing, into the hospital's order. It is carried out when it comes out of the log; what is known now to
 * change nothing then is refused.
 */
@Service
public final class RequestMerge {

    private final SubmittedLog log;
    private final FindPersons findPersons;
    private final PseudonymKeys keys;
    private final Clock clock;

    /** Into this log. */
    public RequestMerge(SubmittedLog log, FindPersons findPersons, PseudonymKeys keys, Clock clock) {
        this.log = log;
        this.findPersons = findPersons;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Asks for it.
     *
     * @throws SubmittedLog.Unavailable where it is not known whether it is in the log
     */
    public Answer of(PatientMerge asked, String clientId) {
        PatientMerge newest;
        try {
            newest = new PatientMerge(
                    asked.hospitalId(),
                    keys.newest(asked.patientId()),
                    keys.newest(asked.mergedPatientId()),
                    asked.undone());
        } catch (MissingKey unknown) {
            return new Answer.NotAPseudonym();
        }
        Optional<Refusal> refusal = findPersons
                .of(Set.of(newest.hospitalId()))
                .refusal(newest.hospitalId(), newest.patientId(), newest.mergedPatientId(), newest.undone());
        return refusal.<Answer>map(Answer.Refused::new)
                .orElseGet(() -> new Answer.Accepted(
                        log.append(newest, clientId, clock.instant().truncatedTo(ChronoUnit.MILLIS))));
    }

    /** What became of the request. */
    public sealed interface Answer {

        /** It is in the log, there. */
        record Accepted(Position position) implements Answer {}

        /** It would change nothing, and why. */
        record Refused(Refusal refusal) implements Answer {}

        /** One of the two is no pseudonym of this registry. */
        record NotAPseudonym() implements Answer {}
    }
}
