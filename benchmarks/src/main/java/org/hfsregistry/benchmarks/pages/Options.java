package org.hfsregistry.benchmarks.pages;

import picocli.CommandLine.Option;

/** What the command line says. */
final class Options {

    @Option(names = "--treatments", paramLabel = "N", description = "that analytics has")
    int treatments = 1_000_000;

    @Option(names = "--hospitals", paramLabel = "N", description = "that they are spread over, unevenly; 4 or more")
    int hospitals = 300;

    @Option(
            names = "--rate",
            paramLabel = "N",
            description = "pages of hospitals asked for a second; for 20 of them one each of find, funnel and compare")
    int rate = 200;

    @Option(names = "--changes", paramLabel = "N", description = "of treatments a second, in the part with changes")
    int changes = 20;

    @Option(names = "--warm", paramLabel = "N", description = "seconds before those that count")
    int warm = 120;

    @Option(names = "--seconds", paramLabel = "N", description = "that count, in each of the two parts")
    int seconds = 60;

    @Option(names = "--connections", paramLabel = "N", description = "over which pages are asked for")
    int connections = 64;

    @Option(names = "--heap", paramLabel = "SIZE", description = "of analytics")
    String heap = "1g";
}
