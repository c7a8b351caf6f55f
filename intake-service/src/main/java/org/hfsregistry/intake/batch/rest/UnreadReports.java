package org.hfsregistry.intake.batch.rest;

import java.util.concurrent.Semaphore;
import org.hfsregistry.intake.http.RefusedRequest;
import org.springframework.stereotype.Component;

/**
 * The room on disk for the reports of all batches that are under way.
 *
 * <p>A batch gets room for the longest report before its first row is taken, or is asked to come later. Were the room
 * shared as reports grow, a batch of which rows are kept already might have to wait for other clients to read, and break
 * off; refused at once, nothing of it has happened.
 */
@Component
class UnreadReports {

    private final Semaphore free;

    UnreadReports(BatchLimits limits) {
        this.free = new Semaphore(limits.batchesAtOnce());
    }

    /** Takes room for one report; closing gives it back. */
    Space take() {
        if (!free.tryAcquire()) {
            throw RefusedRequest.forNow(
                    "TOO_MANY_BATCHES",
                    "As many batches as there is room for are under way. Nothing of this one was taken; send it again"
                            + " later.");
        }
        return free::release;
    }

    /** Room for one report. */
    @FunctionalInterface
    interface Space extends AutoCloseable {
        @Override
        void close();
    }
}
