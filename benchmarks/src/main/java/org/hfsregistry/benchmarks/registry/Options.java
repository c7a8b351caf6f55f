package org.hfsregistry.benchmarks.registry;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the command line says.
 *
 * @param outcomes of each round
 * @param hospitals that submit them
 * @param rounds that count
 * @param warm rounds before them, in which the JVMs compile what runs often
 * @param followers of the registry, and so many bare writers
 * @param heap of the registry, as in {@code -Xmx}
 * @param jvm a further option of the registry's JVM, or nothing
 */
record Options(int outcomes, int hospitals, int rounds, int warm, int followers, String heap, String jvm) {

    static final String HELP = """
                --outcomes N     of each round (default 48000)
                --hospitals N    that submit them (default 48)
                --rounds N       that count (default 3)
                --warm N         rounds before them (default 4)
                --followers N    of the registry, and so many bare writers (default 4)
                --heap SIZE      of the registry (default 1g)
                --jvm OPTION     a further option of the registry's JVM
            """;

    private static final List<String> NAMES =
            List.of("--outcomes", "--hospitals", "--rounds", "--warm", "--followers", "--heap", "--jvm");

    static Options of(String[] options) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < options.length; i += 2) {
            if (!NAMES.contains(options[i]) || i + 1 == options.length) {
                throw new IllegalArgumentException("Not an option with a value: " + options[i]);
            }
            given.put(options[i], options[i + 1]);
        }
        return new Options(
                Integer.parseInt(given.getOrDefault("--outcomes", "48000")),
                Integer.parseInt(given.getOrDefault("--hospitals", "48")),
                Integer.parseInt(given.getOrDefault("--rounds", "3")),
                Integer.parseInt(given.getOrDefault("--warm", "4")),
                Integer.parseInt(given.getOrDefault("--followers", "4")),
                given.getOrDefault("--heap", "1g"),
                given.getOrDefault("--jvm", ""));
    }

    List<String> optionsOfTheJvm() {
        return jvm.isEmpty() ? List.of() : List.of(jvm);
    }
}
