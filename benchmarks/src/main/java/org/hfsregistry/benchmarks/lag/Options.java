package org.hfsregistry.benchmarks.lag;

import picocli.CommandLine.Option;

/** What the command line says. */
final class Options {

    @Option(names = "--rate", paramLabel = "N", description = "outcomes posted a second")
    int rate = 1000;

    @Option(names = "--rows", paramLabel = "N", description = "of a request: 1 for single posts, or batches of so many")
    int rows = 1;

    @Option(names = "--seconds", paramLabel = "N", description = "that count")
    int seconds = 60;

    @Option(names = "--warm", paramLabel = "N", description = "seconds before them")
    int warm = 120;

    @Option(names = "--connections", paramLabel = "N", description = "over which requests are posted")
    int connections = 16;

    @Option(names = "--hospitals", paramLabel = "N", description = "that post")
    int hospitals = 16;

    /** Whole requests. */
    int outcomes() {
        return rate * (warm + seconds) / rows * rows;
    }
}
