package org.hfsregistry.analytics.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hfsregistry.analytics.page.figure.Figure;
import org.hfsregistry.analytics.page.figure.Told;

/**
 * A hospital's operations in their order, against what was to be expected of them; for the hospital itself.
 *
 * @param observed operations that failed
 * @param expected failures, by the risks
 * @param ratio of the two, with its interval
 * @param shrunkenRatio the ratio drawn towards 1, with its interval
 * @param byCaseMix whether the risks are of the patients' traits, and not the network's plain rate
 * @param limit what the CUSUM signals at; none where nothing of the network may be told
 * @param series each operation
 * @param signals those at which the CUSUM signalled
 */
public record Monitored(
        Figure operations,
        Figure observed,
        Figure expected,
        Figure ratio,
        Figure shrunkenRatio,
        boolean byCaseMix,
        Optional<Double> limit,
        List<Point> series,
        List<Point> signals) {
    private static final int MOST_READ = 20;

    static Monitored of(Map<String, Object> group, Map<String, Object> network) {
        Told told = Told.of(group);
        return new Monitored(
                told.figure("n"),
                told.figure("observed"),
                told.figure("expected"),
                told.figure("ratio", "interval"),
                told.figure("shrunkenRatio", "shrunkenInterval"),
                Told.of(network)
                        .part("risk")
                        .text("kind")
                        .filter("case-mix"::equals)
                        .isPresent(),
                told.part("limit").figure("value").value(),
                told.list("series").stream().map(Point::of).toList(),
                told.list("signals").stream().map(Point::of).toList());
    }

    /** The newest of them first, for reading. */
    public List<Point> newest() {
        return series.reversed().stream().limit(MOST_READ).toList();
    }

    /**
     * After an operation.
     *
     * @param number which it was, counted from 1
     * @param treatedOn its day, as it is written in answers
     * @param cusum the log likelihood ratio of doubled odds of failing, summed up and never below 0
     * @param vlad failures that were to be expected less those that were seen, summed up
     */
    public record Point(int number, String treatedOn, double cusum, double vlad, double risk, boolean failed) {

        private static Point of(Told told) {
            return new Point(
                    told.whole("n"),
                    told.text("treatedOn").orElse(""),
                    told.figure("cusum").value().orElse(0.0),
                    told.figure("vlad").value().orElse(0.0),
                    told.figure("risk").value().orElse(0.0),
                    told.text("failed").filter("true"::equals).isPresent());
        }
    }
}
