package org.hfsregistry.analytics.change;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.hfsregistry.analytics.disclosure.Audience;

/**
 * Somebody who listens. It exists so that a slow reader holds up nobody and costs nothing: what comes while one thing is
 * being told is put together into the next.
 */
final class Listening {
    private final Listener listener;
    private final Audience audience;
    private final Duration beatEvery;
    private Optional<Told> pending = Optional.empty();
    private boolean ended;

    /** What the hospital that listens saw of itself last; used by {@link Changes} alone. */
    private Map<String, Object> own = Map.of();

    Listening(Listener listener, Audience audience, Duration beatEvery) {
        this.listener = listener;
        this.audience = audience;
        this.beatEvery = beatEvery;
    }

    Audience audience() {
        return audience;
    }

    /** Whether the hospital sees other numbers of itself than the last time. */
    boolean moved(Map<String, Object> now) {
        boolean moved = !now.equals(own);
        own = now;
        return moved;
    }

    synchronized void tell(Told told) {
        pending = Optional.of(pending.map(before -> before.and(told)).orElse(told));
        notifyAll();
    }

    /** Lets {@link #run} come to its end. */
    synchronized void end() {
        ended = true;
        notifyAll();
    }

    /** Tells what there is to tell until nobody reads any more or it is ended; in a thread of its own. */
    void run() {
        try {
            Optional<Told> next = next();
            while (!isEnded()) {
                if (next.isPresent()) {
                    listener.tell(next.get());
                } else {
                    listener.beat();
                }
                next = next();
            }
        } catch (IOException nobodyReads) {
            end();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            listener.end();
        }
    }

    private synchronized boolean isEnded() {
        return ended;
    }

    /** What is to be told next; empty where nothing was for as long as the line may be silent. */
    private synchronized Optional<Told> next() throws InterruptedException {
        long until = System.nanoTime() + beatEvery.toNanos();
        long left = beatEvery.toMillis();
        while (pending.isEmpty() && !ended && left > 0) {
            wait(left);
            left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
        }
        Optional<Told> next = pending;
        pending = Optional.empty();
        return next;
    }
}
