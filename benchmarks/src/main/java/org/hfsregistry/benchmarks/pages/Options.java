package org.hfsregistry.benchmarks.pages;

import org.hfsregistry.benchmarks.options.Seconds;
import picocli.CommandLine.Mixin;
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

    /** In each of the two parts; before the second it warms for a part of what is said. */
    @Mixin
    final Seconds seconds = new Seconds();

    @Option(names = "--connections", paramLabel = "N", description = "over which pages are asked for")
    int connections = 64;

    @Option(names = "--heap", paramLabel = "SIZE", description = "of analytics")
    String heap = "1g";
}
