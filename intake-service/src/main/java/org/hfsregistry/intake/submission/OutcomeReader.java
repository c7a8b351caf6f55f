package org.hfsregistry.intake.submission;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.Optional;
import org.hfsregistry.contract.json.OutcomeJson;
import org.hfsregistry.contract.json.OutcomeReading;
import org.hfsregistry.contract.json.Submission;
import org.hfsregistry.intake.access.Caller;
import org.hfsregistry.intake.pseudonym.Pseudonyms;

/** Reads the outcomes of one request, in one thread: as those of its caller's hospital, with its patients' pseudonyms. */
public final class OutcomeReader {

    private final Submission submission;

    /** Reads what this caller sends on this day. */
    public OutcomeReader(Caller caller, Pseudonyms pseudonyms, LocalDate today) {
        this.submission =
                new Submission(Optional.of(caller.hospitalId()), pseudonyms.ofHospital(caller.hospitalId()), today);
    }

    /** Reads one outcome in JSON, or finds what is wrong with it; never fails. */
    public OutcomeReading read(ByteBuffer json) {
        return OutcomeJson.read(json.array(), json.arrayOffset() + json.position(), json.remaining(), submission);
    }
}
