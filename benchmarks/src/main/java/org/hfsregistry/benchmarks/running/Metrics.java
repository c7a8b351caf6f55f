package org.hfsregistry.benchmarks.running;

/**
 * What a service tells of itself at one moment.
 *
 * @param text as Prometheus reads it
 */
public record Metrics(String text) {

    private static final String MEMORY = "jvm_memory_used_bytes{";
    private static final String HEAP = "area=\"heap\"";

    /** The sum of those whose lines begin so. */
    public double sum(String start) {
        return sum(start, "");
    }

    /** The heap in use, garbage included. */
    public long heapBytes() {
        return (long) sum(MEMORY, HEAP);
    }

    private double sum(String start, String with) {
        return text.lines()
                .filter(line -> line.startsWith(start) && line.contains(with))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }
}
