package org.hfsregistry.benchmarks.soak;

import java.time.Duration;
import java.util.List;

/** What all who take part have in common: how long they wait, and that they are waited for at the end. */
final class Watching {

    /** The services beat every 15 seconds where they have nothing to say. */
    static final Duration LONGEST_SILENCE = Duration.ofSeconds(30);

    private Watching() {}

    /** Waits for threads that have been told to end. */
    static void end(List<Thread> threads) {
        try {
            for (Thread thread : threads) {
                thread.join(LONGEST_SILENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
