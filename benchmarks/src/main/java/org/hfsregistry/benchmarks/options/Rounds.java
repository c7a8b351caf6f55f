package org.hfsregistry.benchmarks.options;

import picocli.CommandLine.Option;

/** How often what is measured is done. */
public final class Rounds {

    @Option(names = "--rounds", paramLabel = "N", description = "that count")
    private int counted;

    @Option(
            names = "--warm",
            paramLabel = "N",
            description = "rounds before them, in which the JVMs compile what runs often")
    private int warm;

    /** So many where nothing is said. */
    public Rounds(int counted, int warm) {
        this.counted = counted;
        this.warm = warm;
    }

    /** Those that count. */
    public int counted() {
        return counted;
    }

    /** Those before. */
    public int warm() {
        return warm;
    }
}
