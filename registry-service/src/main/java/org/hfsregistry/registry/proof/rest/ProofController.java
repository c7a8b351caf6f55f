package org.hfsregistry.registry.proof.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.hfsregistry.registry.access.RefusedRequest;
import org.hfsregistry.registry.paging.HandedOut;
import org.hfsregistry.registry.proof.Account;
import org.hfsregistry.registry.proof.ProveRecord;
import org.hfsregistry.registry.proof.Witness;
import org.hfsregistry.registry.proof.WrittenDown;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Proves the record, and tells of it as it goes: it may take long. */
@RestController
class ProofController {

    private static final Logger LOG = LoggerFactory.getLogger(ProofController.class);
    private static final String LINES = "application/x-ndjson";

    private final ProveRecord proveRecord;
    private final JsonMapper json;
    private final Clock clock;
    private final Semaphore running = new Semaphore(1);

    ProofController(ProveRecord proveRecord, JsonMapper json, Clock clock) {
        this.proveRecord = proveRecord;
        this.json = json;
        this.clock = clock;
    }

    @PostMapping(path = "/v1/verification", consumes = MediaType.TEXT_PLAIN_VALUE)
    void verify(
            @RequestBody(required = false) Optional<String> known,
            HttpServletRequest request,
            HttpServletResponse response) {
        WrittenDown writtenDown = writtenDown(known);
        answer(request, response, witness -> proveRecord.prove(writtenDown, witness));
    }

    /** Of an empty form Spring makes a body of its parameters, which is nothing that was written down. */
    @PostMapping(path = "/v1/rebuild", consumes = MediaType.TEXT_PLAIN_VALUE)
    void rebuild(
            @RequestParam Optional<String> replace,
            @RequestBody(required = false) Optional<String> known,
            HttpServletRequest request,
            HttpServletResponse response) {
        boolean isToReplace = replace.map(ProofController::yesOrNo).orElse(false);
        WrittenDown writtenDown = writtenDown(known.filter(_ -> request.getContentLengthLong() != 0));
        answer(
                request,
                response,
                witness -> isToReplace
                        ? proveRecord.rebuild(writtenDown, witness)
                        : proveRecord.prove(writtenDown, witness));
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Function<Witness, Account> proof) {
        HandedOut.noteEverybodys(request);
        if (!running.tryAcquire()) {
            throw new RefusedRequest(
                    409, "ALREADY_RUNNING", "A verification or a rebuild is under way. Ask again when it is done.");
        }
        try {
            response.setContentType(LINES);
            HandedOut.begin(request);
            Lines lines = new Lines(response.getOutputStream(), json, clock);
            try {
                lines.write(RestLine.summary(proof.apply(lines)));
            } catch (DataAccessResourceFailureException away) {
                HandedOut.noteBrokenOff(request);
                LOG.warn("The store went away while the record was proved", away);
                lines.write(RestLine.failure(
                        "STORE_UNAVAILABLE", "The records can't be read at the moment. Try again later."));
            } catch (UncheckedIOException nobodyListens) {
                HandedOut.noteBrokenOff(request);
                LOG.info("A proof was broken off: {}", nobodyListens.getMessage());
            } catch (RuntimeException bug) {
                HandedOut.noteBrokenOff(request);
                LOG.error("The record could not be proved", bug);
                lines.write(RestLine.failure("INTERNAL_ERROR", "The registry failed to answer. It is in its log."));
            } finally {
                HandedOut.note(request, lines.found());
            }
        } catch (IOException | UncheckedIOException nobodyListens) {
            HandedOut.noteBrokenOff(request);
            LOG.info("Nobody waits for the answer of a proof", nobodyListens);
        } finally {
            running.release();
        }
    }

    private static WrittenDown writtenDown(Optional<String> known) {
        try {
            return WrittenDown.read(known.orElse(""));
        } catch (IllegalArgumentException e) {
            throw new RefusedRequest(
                    400,
                    "UNREADABLE_SEALS",
                    "Each line of the body must be a seal that was written down: partition, number and hash with a"
                            + " blank between them; or what the log is known to have lost: 'lost', partition, first and"
                            + " last offset.");
        }
    }

    private static boolean yesOrNo(String said) {
        return switch (said) {
            case "true" -> true;
            case "false" -> false;
            default -> throw RefusedRequest.badParameter("replace", "true or false");
        };
    }
}
