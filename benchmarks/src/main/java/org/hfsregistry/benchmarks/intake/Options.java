package org.hfsregistry.benchmarks.intake;

import picocli.CommandLine.Option;

/** What the command line says. */
final class Options {

    @Option(names = "--rows", paramLabel = "N", description = "of each batch")
    long rows = 500_000;

    @Option(names = "--large", paramLabel = "N", description = "of the one large batch at the end")
    long large = 5_000_000;

    @Option(names = "--posts", paramLabel = "N", description = "single posts a round")
    int posts = 32_000;

    @Option(names = "--connections", paramLabel = "N", description = "over which they come")
    int connections = 64;

    @Option(names = "--heap", paramLabel = "SIZE", description = "of intake")
    String heap = "512m";

    @Option(
            names = "--only",
            paramLabel = "NAME",
            description = "one of posts, ndjson, csv, large; all of them without it")
    String only = "";

    boolean has(String part) {
        return only.isEmpty() || only.equals(part);
    }
}
