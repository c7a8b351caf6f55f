package org.hfsregistry.benchmarks.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/**
 * Something that has to hold all the time, and whether it did.
 *
 * @param what was promised
 * @param kept whether it was kept
 * @param measured what was measured of it
 */
record Promise(String what, boolean kept, String measured) {

    private static final double MOST_MILLIS = 1000;
    private static final double MOST_SECONDS = 1;
    private static final double MORE = 1.1;
    private static final double MEGABYTE = 1024 * 1024;
    private static final long TO_SPARE = 16 * 1024 * 1024;

    /** Its columns take some 120, and an array that grows is there for a while with room to spare. */
    private static final int BYTES_OF_A_TREATMENT = 300;

    private static final String HAS_COLUMNS = "analytics-service";
    private static final int PARTS = 3;
    private static final int PART_THAT_WARMS = 5;

    /** Of all minutes, of which the first fifth warms; memory is that of the last third of the others against the first third. */
    static List<Promise> of(List<Minute> minutes) {
        List<Minute> warm = minutes.subList(warming(minutes.size()), minutes.size());
        List<Promise> promises = new ArrayList<>();
        long errors = minutes.stream().mapToLong(Minute::errors).sum();
        promises.add(new Promise("no error", errors == 0, "%d".formatted(errors)));
        double slowest = warm.stream().mapToDouble(Minute::p99Millis).max().orElse(Double.NaN);
        promises.add(new Promise(
                "from posting to a number in less than a second (p99 of each minute)",
                slowest < MOST_MILLIS,
                String.format(Locale.ROOT, "%.0f ms in the slowest minute", slowest)));
        double oldest = warm.stream()
                .mapToDouble(minute -> minute.lag().seconds())
                .max()
                .orElse(Double.NaN);
        promises.add(new Promise(
                "nothing waits for the registry for a second",
                oldest < MOST_SECONDS,
                String.format(Locale.ROOT, "%.2f s at most", oldest)));
        int part = Math.max(1, warm.size() / PARTS);
        List<Minute> early = warm.subList(0, part);
        List<Minute> late = warm.subList(warm.size() - part, warm.size());
        for (Minute.Memory service : warm.getFirst().memory()) {
            String name = service.service();
            double columns = name.equals(HAS_COLUMNS)
                    ? BYTES_OF_A_TREATMENT * (mean(late, Minute::treatments) - mean(early, Minute::treatments))
                    : 0;
            promises.add(flat(
                    "heap of " + name, early, late, minute -> minute.of(name).heap(), columns));
            promises.add(flat(
                    "RSS of " + name, early, late, minute -> minute.of(name).resident(), 0));
        }
        return promises;
    }

    private static int warming(int minutes) {
        return Math.max(1, minutes / PART_THAT_WARMS);
    }

    private static Promise flat(
            String what, List<Minute> early, List<Minute> late, ToLongFunction<Minute> bytes, double mayGrow) {
        double before = mean(early, bytes);
        double after = mean(late, bytes);
        String data = mayGrow == 0
                ? ""
                : String.format(Locale.ROOT, ", of which %.0f MB may be new treatments", mayGrow / MEGABYTE);
        return new Promise(
                what + " is flat",
                after <= before * MORE + TO_SPARE + mayGrow,
                String.format(Locale.ROOT, "%.0f MB, then %.0f MB%s", before / MEGABYTE, after / MEGABYTE, data));
    }

    private static double mean(List<Minute> minutes, ToLongFunction<Minute> of) {
        return minutes.stream().mapToLong(of).average().orElse(Double.NaN);
    }

    @Override
    public String toString() {
        return (kept ? "kept:   " : "BROKEN: ") + what + ": " + measured;
    }
}
