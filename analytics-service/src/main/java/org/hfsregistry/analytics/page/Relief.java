package org.hfsregistry.analytics.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /**
     * How relief changes from one injection to the next within the same patients.
     *
     * @param patients with at least two reliefs that have ended
     * @param days by how much it gets longer with each injection, with its interval
     * @param lasting the part of the sessions that helped whose relief had not ended, and is not in it
     * @param none why there is no such number
     */
    public record Trend(Figure patients, Figure injections, Figure days, Figure lasting, Optional<String> none) {
        static Trend of(Told told) {
            return new Trend(
                    told.figure("patients"),
                    told.figure("injections"),
                    told.figure("slopeDaysPerInjection", "interval"),
                    told.figure("censoredShare"),
                    told.text("noSlope"));
        }
    }

    /** Relief of some of the injections: those of a preparation, of a year, or by their number. */
    public record OfPart(String label, Figure sessions, Figure response, Figure medianDays) {
        static OfPart of(String label, Told told) {
            Relief relief = Relief.of(told);
            return new OfPart(label, relief.sessions(), relief.response(), relief.medianDays());
        }
    }
}
