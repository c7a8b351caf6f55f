package org.hfsregistry.analytics.page;

import java.util.List;
import java.util.Optional;
import org.hfsregistry.analytics.page.figure.Figure;
import org.hfsregistry.analytics.page.figure.Figure.Ends;
import org.hfsregistry.analytics.page.figure.Told;

/**
 * Success of operations at a year.
 *
 * @param operations all of them, whether assessed or not
 * @param rate with its interval
 * @param shrunken drawn towards the network's
 * @param bounds if all that were not assessed were failures, and successes; none where all were assessed
 * @param position in the funnel, as the answer names it
 * @param limits of the funnel, of the network only
 * @param widened whether these are wider than chance alone would have them, as hospitals differ by more
 */
public record Success(
        Figure operations,
        Figure assessed,
        Figure rate,
        Figure shrunken,
        Figure due,
        Figure completeness,
        Optional<Ends> bounds,
        Optional<String> position,
        List<Limit> limits,
        boolean widened) {

    static Success of(Told told) {
        return new Success(
                told.figure("operations"),
                told.figure("n"),
                told.figure("rate", "interval"),
                told.figure("shrunkenRate", "shrunkenInterval"),
                told.figure("due"),
                told.figure("completeness"),
                told.ends("bounds").filter(ends -> !ends.lower().equals(ends.upper())),
                told.part("funnel").text("position"),
                told.list("limits").stream().map(Limit::of).toList(),
                told.part("dispersion")
                        .figure("tauSquared")
                        .value()
                        .filter(tau -> tau > 0)
                        .isPresent());
    }

    /** What chance alone keeps nearly all hospitals of this many operations within. */
    public record Limit(int cases, Optional<Ends> inner, Optional<Ends> outer) {

        private static Limit of(Told told) {
            return new Limit(told.whole("n"), told.ends("95"), told.ends("99.8"));
        }
    }
}
