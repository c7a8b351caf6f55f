package org.hfsregistry.registry.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.hfsregistry.registry.audit.Access.Result;
import org.springframework.stereotype.Service;

/**
 * Notes accesses beside the requests, many at once: a read does not wait for a write. What is noted waits in memory for a moment
 * and is written in the end, also when the service is told to stop; a process that is killed takes that moment with it. Where too
 * many wait, requests wait with them, so that none is left out.
 */
@Service
public final class NoteAccesses {

    private static final int MOST_WAITING = 10_000;
    private static final int AT_ONCE = 1_000;
    private static final int OF_RUN = 8;

    private final AccessLog log;
    private final BlockingQueue<Access> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final List<Access> beingWritten = new ArrayList<>();
    private final String run = UUID.randomUUID().toString().substring(0, OF_RUN);
    private final AtomicLong number = new AtomicLong();

    /** Into this log. */
    public NoteAccesses(AccessLog log) {
        this.log = log;
    }

    /** Notes one, which is written soon. */
    public void note(
            Instant at,
            String clientId,
            Optional<String> callerHospital,
            Optional<String> hospitalId,
            String request,
            long records,
            Result result) {
        String id = "%s%s-%08d".formatted(idsFrom(at), run, number.incrementAndGet());
        try {
            waiting.put(new Access(id, at, clientId, callerHospital, hospitalId, request, records, result));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** With what the ids of a time begin. */
    public static String idsFrom(Instant at) {
        return "%015d-".formatted(at.toEpochMilli());
    }

    /**
     * Writes some of those that wait, by one thread at a time. What fails to be written is written by the next call.
     *
     * @param patience how long to wait for the first
     * @return whether any was there
     */
    public boolean writeSome(Duration patience) throws InterruptedException {
        if (beingWritten.isEmpty()) {
            Access first = waiting.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (first == null) {
                return false;
            }
            beingWritten.add(first);
            waiting.drainTo(beingWritten, AT_ONCE - 1);
        }
        log.add(beingWritten);
        beingWritten.clear();
        return true;
    }
}
