package org.hfsregistry.sample.synthetic;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.hfsregistry.contract.clinical.Complication;
import org.hfsregistry.contract.clinical.OperationDescription.Vessel;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.outcome.BotoxRelief.Product;
import org.hfsregistry.contract.outcome.FollowUpEnded.Reason;
import org.hfsregistry.contract.outcome.MedicationResponse.Drug;
import org.hfsregistry.contract.outcome.MedicationResponse.Response;
import org.hfsregistry.sample.Row;

/** What became of the treatments of a made-up patient, with what hospitals report late, wrong or twice. */
final class SyntheticCourses {

    /** No course goes on beyond it, so that nothing lies in the future. */
    private static final LocalDate LAST_DAY = LocalDate.of(2025, 12, 31);

    private static final List<Product> PRODUCTS =
            List.of(Product.ONABOTULINUM, Product.ONABOTULINUM, Product.ABOBOTULINUM, Product.INCOBOTULINUM);

    private final SyntheticPatient who;
    private final SplittableRandom random;

    SyntheticCourses(SyntheticPatient who, SplittableRandom random) {
        this.who = who;
        this.random = random;
    }

    Row medication(int number, LocalDate start) {
        return row("medication-response", "med-%05d".formatted(number), "response", start)
                .with("side", who.side())
                .with("drug", one(Drug.CARBAMAZEPINE, Drug.GABAPENTIN, Drug.CLONAZEPAM))
                .with("assessedOn", start.plusDays(60))
                .with("response", one(Response.NONE, Response.PARTIAL, Response.PARTIAL, Response.COMPLETE));
    }

    List<Row> injection(int number, LocalDate treatedOn, int injection, int relief) {
        Product product = PRODUCTS.get(who.id().hashCode() & 3);
        int units = product == Product.ABOBOTULINUM ? 60 + random.nextInt(61) : 15 + random.nextInt(16);
        Row row = row("botox-relief", "inj-%05d".formatted(number), "relief", treatedOn)
                .with("side", who.side())
                .with("injectionNumber", injection)
                .with("product", product)
                .with("doseUnits", units)
                .with("responded", relief > 0)
                .with("patient", who.description());
        if (relief > 0) {
            row.with("onsetDays", 2 + random.nextInt(9));
            row.with(chance(0.05) ? "stillRelievedOn" : "reliefEndedOn", treatedOn.plusDays(relief));
        }
        if (chance(0.04)) {
            row.with("complications", complication(Complication.Kind.PTOSIS, Complication.Course.TRANSIENT));
        }
        return chance(0.01) ? List.of(row, row) : List.of(row);
    }

    List<Row> operation(int number, LocalDate treatedOn, SyntheticHospital hospital) {
        String id = "op-%05d".formatted(number);
        boolean cured = chance(hospital.cured());
        boolean freeEarly = cured && chance(0.7);
        List<Row> rows = new ArrayList<>();
        Row early = assessed(id, "early", treatedOn, 1 + random.nextInt(7), freeEarly)
                .with("patient", who.description())
                .with("operation", Row.nested("vessels", List.of(one(Vessel.AICA, Vessel.PICA, Vessel.VA))));
        if (chance(0.06)) {
            early.with("complications", complication(Complication.Kind.HEARING_LOSS, Complication.Course.PERMANENT));
        }
        rows.add(early);
        if (chance(0.6)) {
            rows.add(assessed(id, "quarter", treatedOn, 60 + random.nextInt(90), freeEarly || (cured && chance(0.6))));
        }
        if (chance(hospital.followed())) {
            rows.addAll(atAYear(id, treatedOn, cured));
        }
        rows.addAll(afterwards(id, treatedOn, cured));
        return rows;
    }

    /** The assessment at a year, some of them corrected and some reported for the wrong operation and taken back. */
    private List<Row> atAYear(String id, LocalDate treatedOn, boolean cured) {
        Row year = assessed(id, "year", treatedOn, 300 + random.nextInt(130), cured);
        if (chance(0.02)) {
            Row mistaken = year.but("spasmGrade", cured ? SpasmGrade.E3 : SpasmGrade.E0);
            return List.of(mistaken, year.but("revision", 2));
        }
        if (chance(0.01)) {
            return List.of(
                    year,
                    Row.of("retraction", id + "-retraction")
                            .with("retracts", id + "-year")
                            .with("reason", "reported for the wrong operation"));
        }
        return List.of(year);
    }

    private List<Row> afterwards(String id, LocalDate treatedOn, boolean cured) {
        LocalDate on = treatedOn.plusDays(500L + random.nextInt(1_000));
        if (on.isAfter(LAST_DAY)) {
            return List.of();
        }
        if (cured && chance(0.05)) {
            return List.of(row("mvd-recurrence", id, "recurrence", treatedOn)
                    .with("side", who.side())
                    .with("onsetOn", on)
                    .with("confirmed", true)
                    .with("spasmGrade", SpasmGrade.E2));
        }
        if (chance(0.08)) {
            return List.of(row("follow-up-ended", id, "end", treatedOn)
                    .with("endedOn", on)
                    .with("reason", one(Reason.LOST, Reason.TRANSFERRED, Reason.DEATH)));
        }
        return List.of();
    }

    private Row assessed(String id, String when, LocalDate treatedOn, int day, boolean free) {
        return row("mvd-outcome", id, when, treatedOn)
                .with("side", who.side())
                .with("assessedOn", treatedOn.plusDays(day))
                .with(
                        "spasmGrade",
                        free ? SpasmGrade.E0 : one(SpasmGrade.E1, SpasmGrade.E1, SpasmGrade.E2, SpasmGrade.E3));
    }

    private Row row(String type, String treatmentId, String what, LocalDate treatedOn) {
        return Row.of(type, treatmentId + "-" + what)
                .with("patientId", who.id())
                .with("treatmentId", treatmentId)
                .with("treatedOn", treatedOn);
    }

    private static List<Row> complication(Complication.Kind kind, Complication.Course course) {
        return List.of(Row.nested("kind", kind).with("course", course));
    }

    @SafeVarargs
    private final <T> T one(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private boolean chance(double probability) {
        return random.nextDouble() < probability;
    }
}
