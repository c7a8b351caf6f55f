package org.hfsregistry.benchmarks.options;

import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Option;

/** Outcomes that hospitals post at a steady rate. */
public final class SteadyPosts {

    @Option(names = "--rate", paramLabel = "N", description = "outcomes posted a second")
    private int rate = 1000;

    @Option(names = "--rows", paramLabel = "N", description = "of a request: 1 for single posts, or batches of so many")
    private int rows;

    @Option(names = "--connections", paramLabel = "N", description = "over which requests are posted")
    private int connections = 16;

    @Option(names = "--hospitals", paramLabel = "N", description = "that post")
    private int hospitals = 16;

    /** With so many outcomes a request where nothing is said. */
    public SteadyPosts(int rows) {
        this.rows = rows;
    }

    /** Outcomes a second. */
    public int rate() {
        return rate;
    }

    /** Outcomes a request. */
    public int rows() {
        return rows;
    }

    /** Over so many of them requests are posted. */
    public int connections() {
        return connections;
    }

    /** So many post. */
    public int hospitals() {
        return hospitals;
    }

    /** The outcomes of so many seconds, in whole requests. */
    public int outcomesOf(int seconds) {
        return rate * seconds / rows * rows;
    }

    /** When the request with an outcome is due, in nanoseconds after the first. */
    public long due(int outcome) {
        return outcome / rows * TimeUnit.SECONDS.toNanos(1) * rows / rate;
    }
}
