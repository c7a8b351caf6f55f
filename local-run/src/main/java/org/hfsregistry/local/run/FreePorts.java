package org.hfsregistry.local.run;

import java.util.concurrent.ThreadLocalRandom;

/** Addresses for servers that nobody else has to find. */
public final class FreePorts {

    /* Below the ports that systems hand out to clients, so that no client takes one meanwhile. */
    private static final int LOWEST_OFFSET = 4_000;
    private static final int HIGHEST_OFFSET = 24_000;
    private static final int TRIES = 100;

    private FreePorts() {}

    /** Addresses whose ports are all free at this moment. */
    public static Addresses addresses() {
        CannotBeDone last = new CannotBeDone("no port was tried", "");
        for (int tries = 0; tries < TRIES; tries++) {
            Addresses addresses = new Addresses(ThreadLocalRandom.current().nextInt(LOWEST_OFFSET, HIGHEST_OFFSET));
            try {
                addresses.requireFree();
                return addresses;
            } catch (CannotBeDone taken) {
                last = taken;
            }
        }
        throw last;
    }
}
