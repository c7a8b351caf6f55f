package org.hfsregistry.registry.registration;

/** Lets another process claim the partition before some of this one's steps, and follow the log until it crashes. */
final class Takeover implements Runnable {
    private final RecordInMemory memory;
    private final Log log;
    private final int between;
    private final int stepsOfTheOther;
    private final int sizeOfTheOther;
    private int takeoversLeft;
    private int stepsLeft;
    private boolean happened;
    private boolean crashed;

    Takeover(RecordInMemory memory, Log log, int takeovers, int between, int stepsOfTheOther, int sizeOfTheOther) {
        this.memory = memory;
        this.log = log;
        this.takeoversLeft = takeovers;
        this.between = between;
        this.stepsLeft = between;
        this.stepsOfTheOther = stepsOfTheOther;
        this.sizeOfTheOther = sizeOfTheOther;
    }

    boolean happened() {
        return happened;
    }

    boolean crashed() {
        return crashed;
    }

    @Override
    public void run() {
        if (takeoversLeft > 0 && stepsLeft-- == 0) {
            takeoversLeft--;
            stepsLeft = between;
            happened = true;
            memory.beforeEachStep(new Crash(stepsOfTheOther));
            try {
                log.follow(memory, () -> sizeOfTheOther);
            } catch (Crash.Happened _) {
                crashed = true;
            }
            memory.beforeEachStep(this);
        }
    }
}
