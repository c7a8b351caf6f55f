package org.hfsregistry.local.published;

import java.time.LocalDate;
import org.hfsregistry.contract.clinical.Side;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.sample.Evenly;
import org.hfsregistry.sample.Row;

/**
 * An operation of a series, which makes the rows of it.
 *
 * @param number its place in the series, from 0
 */
record Operation(int number, LocalDate treatedOn) {

    /** The operation of a rank, so many days apart that the last one is on the calendar's last day. */
    static Operation ofRank(int rank, int all, PublishedSeries series) {
        int number = Evenly.place(rank, all);
        LocalDate last =
                LocalDate.parse(series.calendar().get("lastOperationOn").asString());
        int apart = series.calendar().get("daysBetweenOperations").asInt();
        return new Operation(number, last.minusDays((long) apart * (all - 1 - number)));
    }

    Row assessed(int day, SpasmGrade grade) {
        return row("mvd-outcome", day)
                .with("assessedOn", treatedOn.plusDays(day))
                .with("spasmGrade", grade);
    }

    Row recurred(int day) {
        return row("mvd-recurrence", day)
                .with("onsetOn", treatedOn.plusDays(day))
                .with("confirmed", true)
                .with("spasmGrade", SpasmGrade.E2);
    }

    private Row row(String type, int day) {
        String id = "op-%04d".formatted(number + 1);
        return Row.of(type, "%s-%s-day-%d".formatted(id, type, day))
                .with("patientId", "patient-%04d".formatted(number + 1))
                .with("treatmentId", id)
                .with("side", number % 2 == 0 ? Side.LEFT : Side.RIGHT)
                .with("treatedOn", treatedOn);
    }
}
