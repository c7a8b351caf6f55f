package org.hfsregistry.benchmarks.options;

import picocli.CommandLine.Option;

/** For how long it is measured. */
public final class Seconds {

    @Option(names = "--seconds", paramLabel = "N", description = "that count")
    private int counted = 60;

    @Option(
            names = "--warm",
            paramLabel = "N",
            description = "seconds before them, in which the JVMs compile what runs often")
    private int warm = 120;

    /** Those that count. */
    public int counted() {
        return counted;
    }

    /** Those before. */
    public int warm() {
        return warm;
    }

    /** All of them. */
    public int all() {
        return warm + counted;
    }
}
