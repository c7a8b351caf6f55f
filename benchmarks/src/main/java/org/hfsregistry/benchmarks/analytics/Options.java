package org.hfsregistry.benchmarks.analytics;

import org.hfsregistry.benchmarks.options.Rounds;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the command line says. */
final class Options {

    @Option(names = "--rows", paramLabel = "N", description = "treatments; ten millions need -Xmx12g")
    int rows = 10_000_000;

    @Option(names = "--hospitals", paramLabel = "N", description = "that they are spread over, unevenly")
    int hospitals = 300;

    @Option(names = "--sample", paramLabel = "N", description = "of them, for MongoDB and R; 0 leaves these out")
    int sample = 100_000;

    @Mixin
    final Rounds rounds = new Rounds(11, 20);

    @Option(names = "--threads", paramLabel = "N", description = "of DuckDB")
    int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--changes",
            paramLabel = "N",
            description = "a second while questions are asked, and nothing else; 0 for no changes")
    int changes = 0;
}
