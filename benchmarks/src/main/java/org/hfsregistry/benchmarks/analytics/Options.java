package org.hfsregistry.benchmarks.analytics;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the command line says.
 *
 * @param rows treatments in the columns
 * @param hospitals that they are spread over, unevenly
 * @param sample of these, for engines that are asked of fewer
 * @param rounds that count
 * @param warm rounds before them, in which the JVM compiles what runs often
 * @param threads of DuckDB
 * @param changes a second while questions are asked; none where it is 0
 */
record Options(int rows, int hospitals, int sample, int rounds, int warm, int threads, int changes) {

    static final String HELP = """
            --rows N         treatments (default 10000000; that many need -Xmx12g)
            --hospitals N    that they are spread over, unevenly (default 300)
            --sample N       of them, for MongoDB and R (default 100000; 0 leaves these out)
            --rounds N       that count (default 11)
            --warm N         rounds before them (default 20)
            --threads N      of DuckDB (default: the processors of the JVM)
            --changes N      a second while questions are asked, and nothing else (default 0: no changes)
        """;

    private static final List<String> NAMES =
            List.of("--rows", "--hospitals", "--sample", "--rounds", "--warm", "--threads", "--changes");

    static Options of(String[] options) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < options.length; i += 2) {
            if (!NAMES.contains(options[i]) || i + 1 == options.length) {
                throw new IllegalArgumentException("Not an option with a value: " + options[i]);
            }
            given.put(options[i], options[i + 1]);
        }
        int processors = Runtime.getRuntime().availableProcessors();
        return new Options(
                Integer.parseInt(given.getOrDefault("--rows", "10000000")),
                Integer.parseInt(given.getOrDefault("--hospitals", "300")),
                Integer.parseInt(given.getOrDefault("--sample", "100000")),
                Integer.parseInt(given.getOrDefault("--rounds", "11")),
                Integer.parseInt(given.getOrDefault("--warm", "20")),
                Integer.parseInt(given.getOrDefault("--threads", Integer.toString(processors))),
                Integer.parseInt(given.getOrDefault("--changes", "0")));
    }
}
