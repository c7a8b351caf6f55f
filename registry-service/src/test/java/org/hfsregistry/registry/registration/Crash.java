package org.hfsregistry.registry.registration;

/** Ends a process before one of its steps, as a kill does: nothing of it runs any more. */
final class Crash implements Runnable {
    private int stepsLeft;

    Crash(int stepsLeft) {
        this.stepsLeft = stepsLeft;
    }

    @Override
    public void run() {
        if (stepsLeft-- == 0) {
            throw new Happened();
        }
    }

    static final class Happened extends Error {}
}
