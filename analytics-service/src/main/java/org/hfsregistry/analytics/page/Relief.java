package org.hfsregistry.analytics.page;

import java.util.List;
import java.util.Map;
import org.hfsregistry.analytics.page.figure.Curve;
import org.hfsregistry.analytics.page.figure.Figure;
import org.hfsregistry.analytics.page.figure.Told;

/**
 * Relief by injections.
 *
 * @param response the part that responded, with its interval
 * @param medianDays of relief among these, with its interval
 */
public record Relief(
        Figure sessions, Figure response, Figure medianDays, Figure meanDays, List<Adverse> adverse, Curve curve) {

    static Relief of(Told told) {
        Told adverse = told.part("adverse");
        Figure response = told.figure("responseRate", "interval");
        boolean somebody = response.value().filter(rate -> rate > 0).isPresent();
        return new Relief(
                told.figure("n"),
                response,
                told.figure("medianDays", "medianInterval").ofCurve(somebody),
                told.figure("meanDays"),
                adverse.names().stream()
                        .map(kind -> Map.entry(kind, adverse.part(kind)))
                        .filter(kind -> kind.getValue().whole("count") > 0)
                        .map(kind -> new Adverse(
                                kind.getKey(),
                                kind.getValue().figure("count"),
                                kind.getValue().figure("rate", "interval")))
                        .toList(),
                Curve.of(told, "relieved"));
    }

    /** An unwanted effect that was seen. */
    public record Adverse(String kind, Figure count, Figure rate) {}

    /** Relief of some of the injections: those of a preparation, or by their number. */
    public record OfPart(String label, Figure sessions, Figure response, Figure medianDays) {
        static OfPart of(String label, Told told) {
            Relief relief = Relief.of(told);
            return new OfPart(label, relief.sessions(), relief.response(), relief.medianDays());
        }
    }
}
