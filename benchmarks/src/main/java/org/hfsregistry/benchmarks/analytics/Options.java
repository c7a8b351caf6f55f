package org.hfsregistry.benchmarks.analytics;

import picocli.CommandLine.Option;

/** What the command line says. */
final class Options {

    @Option(names = "--rows", paramLabel = "N", description = "treatments; ten millions need -Xmx12g")
    int rows = 10_000_000;

    @Option(names = "--hospitals", paramLabel = "N", description = "that they are spread over, unevenly")
    int hospitals = 300;

    @Option(names = "--sample", paramLabel = "N", description = "of them, for MongoDB and R; 0 leaves these out")
    int sample = 100_000;

    @Option(names = "--rounds", paramLabel = "N", description = "that count")
    int rounds = 11;

    @Option(
            names = "--warm",
            paramLabel = "N",
            description = "rounds before them, in which the JVM compiles what runs often")
    int warm = 20;

    @Option(names = "--threads", paramLabel = "N", description = "of DuckDB")
    int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--changes",
            paramLabel = "N",
            description = "a second while questions are asked, and nothing else; 0 for no changes")
    int changes = 0;
}
