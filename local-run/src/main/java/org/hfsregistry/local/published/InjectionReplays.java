package org.hfsregistry.local.published;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.hfsregistry.contract.clinical.Side;
import org.hfsregistry.contract.outcome.BotoxRelief.Product;
import org.hfsregistry.sample.Evenly;
import org.hfsregistry.sample.Row;
import tools.jackson.databind.JsonNode;

/** The series of injections, each by the rule that stands with it in the file. */
final class InjectionReplays {

    private static final int DAYS_TO_NEXT_AFTER_RELIEF = 14;
    private static final int DAYS_TO_NEXT_WITHOUT_RELIEF = 90;
    private static final int DAYS_BETWEEN_FIRST = 7;
    private static final int DAYS_OF_A_WEEK = 7;
    private static final int NONE = -1;

    private InjectionReplays() {}

    static List<Row> bentivoglio(PublishedSeries series) {
        List<Row> rows = new ArrayList<>();
        int patientsBefore = 0;
        for (Product product : List.of(Product.ONABOTULINUM, Product.ABOBOTULINUM)) {
            JsonNode paper = series.facts().at("/botox/" + product.code());
            JsonNode ours = series.facts().at("/replay/" + product.code());
            int sessions = ours.get("sessions").asInt();
            int failures = ours.get("withoutResponse").asInt();
            Reliefs reliefs = Reliefs.of(
                    sessions - failures,
                    paper.get("meanReliefDays").asDouble(),
                    paper.get("sdReliefDays").asDouble());
            Sessions them =
                    new Sessions(series, patientsBefore, ours.get("patients").asInt(), sessions);
            rows.addAll(them.rows((session, row) -> {
                int place = Evenly.place(session, sessions);
                boolean responded = !Evenly.chosen(place, failures, sessions);
                row.with("product", product)
                        .with("doseUnits", ours.get("doseUnits").asInt());
                return responded ? reliefs.days().get(place - Evenly.chosenBefore(place, failures, sessions)) : NONE;
            }));
            patientsBefore += ours.get("patients").asInt();
        }
        return rows;
    }

    static List<Row> sorgun(PublishedSeries series) {
        JsonNode paper = series.facts().at("/botox/any");
        JsonNode ours = series.facts().at("/replay/other");
        int sessions = ours.get("sessions").asInt();
        Reliefs reliefs = Reliefs.of(
                sessions,
                paper.get("meanReliefWeeks").asDouble() * DAYS_OF_A_WEEK,
                ours.get("sdReliefDays").asDouble());
        double dose = paper.get("meanDoseUnits").asDouble();
        int onset = paper.get("meanOnsetDays").asInt();
        return new Sessions(series, 0, ours.get("patients").asInt(), sessions).rows((session, row) -> {
            int aside = session % 2 == 0 ? 1 : -1;
            row.with("product", Product.OTHER)
                    .with("doseUnits", dose + aside * 2.5)
                    .with("onsetDays", onset + aside * (session / 2 % 4));
            return reliefs.days().get(Evenly.place(session, sessions));
        });
    }

    /** What a session was like: writes it into the row and returns the relief in days, or {@link #NONE}. */
    private interface Session {
        int describe(int number, Row row);
    }

    /** Sessions of several patients, as equally many each as goes. */
    private record Sessions(PublishedSeries series, int patientsBefore, int patients, int sessions) {

        List<Row> rows(Session session) {
            List<Row> rows = new ArrayList<>();
            for (int patient = 0; patient < patients; patient++) {
                int until = Evenly.chosenBefore(patient + 1, sessions, patients);
                LocalDate treatedOn = LocalDate.parse(
                                series.calendar().get("firstInjectionOn").asString())
                        .plusDays((long) DAYS_BETWEEN_FIRST * patient);
                int first = rows.size();
                while (rows.size() < until) {
                    Row row = row(patientsBefore + patient + 1, rows.size() - first + 1, treatedOn);
                    int relief = session.describe(rows.size(), row);
                    row.with("responded", relief != NONE);
                    if (relief != NONE) {
                        row.with("reliefEndedOn", treatedOn.plusDays(relief));
                    }
                    rows.add(row);
                    treatedOn = treatedOn.plusDays(
                            relief == NONE ? DAYS_TO_NEXT_WITHOUT_RELIEF : relief + DAYS_TO_NEXT_AFTER_RELIEF);
                }
            }
            return rows;
        }

        private static Row row(int patient, int injection, LocalDate treatedOn) {
            String id = "inj-%03d-%d".formatted(patient, injection);
            return Row.of("botox-relief", id + "-relief")
                    .with("patientId", "patient-%04d".formatted(patient))
                    .with("treatmentId", id)
                    .with("side", patient % 2 == 0 ? Side.LEFT : Side.RIGHT)
                    .with("treatedOn", treatedOn)
                    .with("injectionNumber", injection);
        }
    }
}
