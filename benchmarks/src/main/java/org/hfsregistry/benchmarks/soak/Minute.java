package org.hfsregistry.benchmarks.soak;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a minute was like.
 *
 * @param number from 1
 * @param treatments that there were at its end
 * @param errors of all who posted, read or listened; and outcomes of it that were not counted in time
 * @param p99Millis from when an outcome was to be posted to the number that reckons with it
 * @param longestMillis the same of the slowest
 * @param lag the most of it that the registry told of
 * @param memory of each service at its end
 */
record Minute(
        int number,
        int treatments,
        long errors,
        double p99Millis,
        double longestMillis,
        Board.Lag lag,
        List<Memory> memory) {

    private static final double MEGABYTE = 1024 * 1024;

    Minute {
        memory = List.copyOf(memory);
    }

    /**
     * What a service holds.
     *
     * @param heap bytes in use after garbage was collected
     * @param resident bytes of its process
     */
    record Memory(String service, long heap, long resident) {}

    /** The head of the table, for services in this order. */
    static String head(List<String> services) {
        return "| minute | treatments | errors | posted to counted, p99 ms | longest, ms | waiting, most | oldest, s |"
                + services.stream().map(" %s, MB of heap | RSS |"::formatted).collect(Collectors.joining())
                + System.lineSeparator() + "|" + " --- |".repeat(7 + 2 * services.size());
    }

    /** A row of it. */
    String row() {
        return String.format(
                        Locale.ROOT,
                        "| %d | %,d | %d | %.0f | %.0f | %.0f | %.2f |",
                        number,
                        treatments,
                        errors,
                        p99Millis,
                        longestMillis,
                        lag.outcomes(),
                        lag.seconds())
                + memory.stream()
                        .map(each -> String.format(
                                Locale.ROOT, " %.0f | %.0f |", each.heap() / MEGABYTE, each.resident() / MEGABYTE))
                        .collect(Collectors.joining());
    }

    /** What a service held. */
    Memory of(String service) {
        return memory.stream()
                .filter(each -> each.service().equals(service))
                .findFirst()
                .orElseThrow();
    }
}
