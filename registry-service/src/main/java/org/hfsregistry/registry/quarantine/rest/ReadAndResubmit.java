package org.hfsregistry.registry.quarantine.rest;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.hfsregistry.contract.outcome.Outcome;
import org.hfsregistry.registry.access.RefusedRequest;
import org.hfsregistry.registry.arrival.Arrivals;
import org.hfsregistry.registry.arrival.Refusal;
import org.hfsregistry.registry.quarantine.ListQuarantine;
import org.hfsregistry.registry.quarantine.ResubmitMended;
import org.hfsregistry.registry.quarantine.ResubmitOutcome;
import org.hfsregistry.registry.quarantine.ResubmitOutcome.Result;
import org.hfsregistry.registry.quarantine.SubmittedLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Reads a mended outcome by the contract and submits it, and says what is wrong as a request is told it. */
@Component
class ReadAndResubmit implements ResubmitMended {

    private static final Logger LOG = LoggerFactory.getLogger(ReadAndResubmit.class);
    private static final int CONFLICT = 409;

    private final ResubmitOutcome resubmitOutcome;
    private final Clock clock;

    ReadAndResubmit(ResubmitOutcome resubmitOutcome, Clock clock) {
        this.resubmitOutcome = resubmitOutcome;
        this.clock = clock;
    }

    @Override
    public boolean of(ListQuarantine.Listed listed, Optional<InputStream> mended, String hospitalId, String clientId)
            throws IOException {
        Optional<Outcome> outcome = mended.isEmpty()
                ? Optional.empty()
                : Optional.of(MendedOutcome.read(mended.get(), hospitalId, LocalDate.now(clock)));
        return switch (resubmitted(listed, outcome, clientId)) {
            case Result.Submitted _ -> true;
            case Result.Resolved _ -> false;
            case Result.OfErased _ -> throw ofErased(Refusal.patientErased());
            case Result.NothingToSubmit _ ->
                throw new RefusedRequest(
                        422,
                        "NOTHING_TO_RESUBMIT",
                        "What was sent can't be read in the log, so it can't be submitted as it is. Send the mended outcome as the"
                                + " body, or submit it to intake.");
            case Result.UnknownPatient _ -> throw MendedOutcome.unknownPatient();
        };
    }

    private static RefusedRequest ofErased(Refusal refusal) {
        return new RefusedRequest(CONFLICT, refusal.code(), refusal.message() + "; " + refusal.remedy() + ".");
    }

    private Result resubmitted(ListQuarantine.Listed listed, Optional<Outcome> mended, String clientId) {
        try {
            return resubmitOutcome.of(listed, mended, clientId);
        } catch (SubmittedLog.Unavailable | Arrivals.Unavailable away) {
            LOG.warn("An outcome was not submitted again", away);
            throw RefusedRequest.logAway("Outcomes");
        }
    }
}
