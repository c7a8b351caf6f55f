package org.hfsregistry.analytics.page;

import java.util.List;
import java.util.stream.IntStream;
import org.hfsregistry.analytics.page.figure.Curve;
import org.hfsregistry.analytics.page.figure.Figure;
import org.hfsregistry.analytics.page.figure.Told;

/**
 * What happened to people over time, where something else may happen first: the spasm's end after surgery, its return, or
 * surgery after injections.
 *
 * @param people who were followed
 * @param events those to whom it happened
 * @param medianDays by when it had happened to half of them
 */
public record Incidence(Figure people, Figure events, Figure medianDays, List<AtDay> at, Curve curve) {

    static Incidence recurrence(Told told) {
        return of(told, "atRisk", "recurrences", 365, 730, 1825, 3650);
    }

    static Incidence relief(Told told) {
        return of(told, "n", "relieved", 7, 90, 365);
    }

    static Incidence surgery(Told told) {
        return of(told, "patients", "operated", 365, 730, 1825);
    }

    private static Incidence of(Told told, String people, String events, int... days) {
        Told at = told.part("at");
        Curve curve = Curve.of(told, "incidence");
        boolean thereIs = curve.followedUpTo().isShown();
        return new Incidence(
                told.figure(people),
                told.figure(events),
                told.figure("medianDays").ofCurve(thereIs),
                IntStream.of(days)
                        .mapToObj(day -> new AtDay(day, at.shareOn(day).ofCurve(thereIs)))
                        .toList(),
                curve);
    }

    /** To which part it had happened by a day. */
    public record AtDay(int day, Figure share) {}
}
