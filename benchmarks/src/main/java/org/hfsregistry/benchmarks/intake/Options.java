package org.hfsregistry.benchmarks.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the command line says.
 *
 * @param rows of each batch
 * @param large rows of the one large batch at the end
 * @param posts of each round of single posts
 * @param connections over which they come
 * @param heap of intake, as in {@code -Xmx}
 * @param only one part, or nothing for all of them
 */
record Options(long rows, long large, int posts, int connections, String heap, String only) {

    static final String HELP = """
                --rows N         of each batch (default 500000)
                --large N        of the one large batch at the end (default 5000000)
                --posts N        single posts a round (default 32000)
                --connections N  over which they come (default 64)
                --heap SIZE      of intake (default 512m)
                --only NAME      one of posts, ndjson, csv, large
            """;

    private static final List<String> NAMES =
            List.of("--rows", "--large", "--posts", "--connections", "--heap", "--only");

    static Options of(String[] options) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < options.length; i += 2) {
            if (!NAMES.contains(options[i]) || i + 1 == options.length) {
                throw new IllegalArgumentException("Not an option with a value: " + options[i]);
            }
            given.put(options[i], options[i + 1]);
        }
        return new Options(
                Long.parseLong(given.getOrDefault("--rows", "500000")),
                Long.parseLong(given.getOrDefault("--large", "5000000")),
                Integer.parseInt(given.getOrDefault("--posts", "32000")),
                Integer.parseInt(given.getOrDefault("--connections", "64")),
                given.getOrDefault("--heap", "512m"),
                given.getOrDefault("--only", ""));
    }

    boolean has(String part) {
        return only.isEmpty() || only.equals(part);
    }
}
