package org.hfsregistry.local.run;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * What a run says of itself in {@code run.json}, for the commands that talk to it.
 *
 * @param pid of the process that holds the folder
 * @param startedAt of that process: its number may be another's by now
 * @param portOffset of its addresses
 * @param kafkaBootstrap its broker
 * @param sample what it was asked to fill an empty registry with
 */
public record RunRecord(long pid, Instant startedAt, int portOffset, String kafkaBootstrap, String sample) {

    /** Systems count a start from their boot, whose time moves a little when the clock is set. */
    private static final Duration SAME_START = Duration.ofSeconds(5);

    /** Whole; a record without a start is of no run that is known. */
    public RunRecord {
        Objects.requireNonNull(startedAt, "startedAt");
    }

    /** The record of the run that this process is. */
    public static RunRecord ofThisProcess(int portOffset, String kafkaBootstrap, String sample) {
        ProcessHandle self = ProcessHandle.current();
        Instant startedAt = self.info().startInstant().orElse(Instant.EPOCH);
        return new RunRecord(self.pid(), startedAt, portOffset, kafkaBootstrap, sample);
    }

    /** Where its servers listen. */
    public Addresses addresses() {
        return new Addresses(portOffset);
    }

    boolean isAlive() {
        return ProcessHandle.of(pid)
                .map(process -> process.info().startInstant().orElse(Instant.EPOCH))
                .filter(start -> Duration.between(start, startedAt).abs().compareTo(SAME_START) < 0)
                .isPresent();
    }
}
