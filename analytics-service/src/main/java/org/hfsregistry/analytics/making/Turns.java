package org.hfsregistry.analytics.making;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Lets a few make answers at a time; others wait, first come first served. It exists because whoever makes one holds what was scanned for
 * it: where data change all the time each holds its own, and hundreds at once would hold more than there is memory for.
 */
public final class Turns {
    private static final int TO_A_PROCESSOR = 2;

    private final Semaphore free =
            new Semaphore(TO_A_PROCESSOR * Runtime.getRuntime().availableProcessors(), true);

    /** What is made when it is one's turn. */
    public <T> T taken(Supplier<T> made) {
        free.acquireUninterruptibly();
        try {
            return made.get();
        } finally {
            free.release();
        }
    }
}
