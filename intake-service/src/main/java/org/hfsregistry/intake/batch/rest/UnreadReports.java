package org.hfsregistry.intake.batch.rest;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.hfsregistry.intake.http.RefusedRequest;
import org.springframework.stereotype.Component;

/**
 * The room on disk for the reports of all batches that are under way.
 *
 * <p>A batch gets room for the longest report before its first row is taken, or is asked to come later. Were the room
 * shared as reports grow, a batch of which rows are kept already might have to wait for other clients to read, and break
 * off; refused at once, nothing of it has happened. No hospital takes more than a quarter, so that slow uploads of one don't
 * shut out the others.
 */
@Component
class UnreadReports {

    private static final int SHARE = 4;

    private final Semaphore free;
    private final int mostOfOne;
    private final Map<String, Integer> taken = new ConcurrentHashMap<>();

    UnreadReports(BatchLimits limits) {
        this.free = new Semaphore(limits.batchesAtOnce());
        this.mostOfOne = Math.max(1, limits.batchesAtOnce() / SHARE);
    }

    /** Takes room for one report of a hospital; closing gives it back. */
    Space take(String hospitalId) {
        if (!free.tryAcquire()) {
            throw RefusedRequest.forNow(
                    "TOO_MANY_BATCHES",
                    "As many batches as there is room for are under way. Nothing of this one was taken; send it again"
                            + " later.");
        }
        if (taken.merge(hospitalId, 1, Integer::sum) > mostOfOne) {
            giveBack(hospitalId);
            throw RefusedRequest.tooMany(
                    "TOO_MANY_BATCHES_OF_HOSPITAL",
                    "%d batches of this hospital are under way, and that is the most. Nothing of this one was taken; send it when one of them has ended."
                            .formatted(mostOfOne));
        }
        return () -> giveBack(hospitalId);
    }

    private void giveBack(String hospitalId) {
        taken.computeIfPresent(hospitalId, (hospital, batches) -> batches == 1 ? null : batches - 1);
        free.release();
    }

    /** Room for one report. */
    @FunctionalInterface
    interface Space extends AutoCloseable {
        @Override
        void close();
    }
}
