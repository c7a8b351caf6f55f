package org.hfsregistry.registry.audit;

import java.time.Instant;
import org.springframework.stereotype.Service;

/**
 * Forgets old accesses, some at a time: a store that has years of them to remove goes on answering, and a service that is told
 * to stop does. Several processes may do so at once.
 */
@Service
public final class ForgetAccesses {

    private static final int AT_ONCE = 1_000;

    private final AccessLog log;
    private volatile boolean stopped;

    /** Of this log. */
    public ForgetAccesses(AccessLog log) {
        this.log = log;
    }

    /** Forgets all from before a time; returns how many those were. */
    public long before(Instant time) {
        long forgotten = 0;
        int some;
        do {
            some = log.forget(time, AT_ONCE);
            forgotten += some;
        } while (some == AT_ONCE && !stopped);
        return forgotten;
    }

    /** Forgets no more than it is about to. */
    public void stop() {
        stopped = true;
    }
}
