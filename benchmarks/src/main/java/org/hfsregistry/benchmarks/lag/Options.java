package org.hfsregistry.benchmarks.lag;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the command line says.
 *
 * @param rate outcomes posted a second
 * @param rows of a request: one outcome, or a batch of so many
 * @param seconds that count
 * @param warm seconds before them
 * @param connections over which requests are posted
 * @param hospitals that post
 */
record Options(int rate, int rows, int seconds, int warm, int connections, int hospitals) {

    static final String HELP = """
                --rate N         outcomes posted a second (default 1000)
                --rows N         of a request: 1 for single posts (default), or batches of so many
                --seconds N      that count (default 60)
                --warm N         seconds before them (default 120)
                --connections N  over which they come (default 16)
                --hospitals N    that post (default 16)
            """;

    private static final List<String> NAMES =
            List.of("--rate", "--rows", "--seconds", "--warm", "--connections", "--hospitals");

    static Options of(String[] options) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < options.length; i += 2) {
            if (!NAMES.contains(options[i]) || i + 1 == options.length) {
                throw new IllegalArgumentException("Not an option with a value: " + options[i]);
            }
            given.put(options[i], options[i + 1]);
        }
        return new Options(
                Integer.parseInt(given.getOrDefault("--rate", "1000")),
                Integer.parseInt(given.getOrDefault("--rows", "1")),
                Integer.parseInt(given.getOrDefault("--seconds", "60")),
                Integer.parseInt(given.getOrDefault("--warm", "120")),
                Integer.parseInt(given.getOrDefault("--connections", "16")),
                Integer.parseInt(given.getOrDefault("--hospitals", "16")));
    }

    /** Whole requests. */
    int outcomes() {
        return rate * (warm + seconds) / rows * rows;
    }
}
