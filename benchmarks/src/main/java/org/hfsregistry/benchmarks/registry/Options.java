package org.hfsregistry.benchmarks.registry;

import java.util.List;
import org.hfsregistry.benchmarks.options.Rounds;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the command line says. */
final class Options {

    @Option(names = "--outcomes", paramLabel = "N", description = "of each round")
    int outcomes = 48_000;

    @Option(names = "--hospitals", paramLabel = "N", description = "that submit them")
    int hospitals = 48;

    @Mixin
    final Rounds rounds = new Rounds(3, 4);

    @Option(names = "--followers", paramLabel = "N", description = "of the registry, and so many bare writers")
    int followers = 4;

    @Option(names = "--heap", paramLabel = "SIZE", description = "of the registry")
    String heap = "1g";

    @Option(names = "--jvm", paramLabel = "OPTION", description = "a further option of the registry's JVM")
    String jvm = "";

    List<String> optionsOfTheJvm() {
        return jvm.isEmpty() ? List.of() : List.of(jvm);
    }
}
