package org.hfsregistry.faults.load;

import java.time.LocalDate;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.outcome.BotoxRelief.Product;
import org.hfsregistry.sample.Row;

/** An outcome as its hospital knows it: each revision of it says something else of the same treatment. */
final class ReportedOutcome {

    private final String id;
    private final Report type;
    private final int day;
    private ReportedTreatment at;
    private int revision;
    private int moves;

    /** What is reported. */
    enum Report {
        OPERATION("mvd-outcome"),
        RECURRENCE("mvd-recurrence"),
        END("follow-up-ended"),
        INJECTION("botox-relief"),
        MEDICATION("medication-response");

        private final String code;

        Report(String code) {
            this.code = code;
        }
    }

    /**
     * A treatment as its hospital knows it.
     *
     * @param patientId the hospital's own
     * @param furthers how many outcomes followed its first, also where they moved to; it sets their days apart
     * @param underTwoIds whether one of these was reported under another id of the patient
     */
    record ReportedTreatment(
            String id, String patientId, LocalDate treatedOn, AtomicInteger furthers, AtomicBoolean underTwoIds) {

        /** One of a patient. */
        static ReportedTreatment of(String id, String patientId, LocalDate treatedOn) {
            return new ReportedTreatment(id, patientId, treatedOn, new AtomicInteger(), new AtomicBoolean());
        }

        /** The same treatment, as it is reported under another id of the patient. */
        ReportedTreatment under(String otherId) {
            underTwoIds.set(true);
            return new ReportedTreatment(id, otherId, treatedOn, furthers, underTwoIds);
        }

        private ReportedTreatment movedTo(String otherPlace) {
            return new ReportedTreatment(otherPlace, patientId, treatedOn, furthers, underTwoIds);
        }
    }

    /**
     * One that is not said yet.
     *
     * @param day after the treatment on which it was assessed, or began, or ended
     */
    ReportedOutcome(String id, Report type, ReportedTreatment at, int day) {
        this.id = id;
        this.type = type;
        this.at = at;
        this.day = day;
    }

    String id() {
        return id;
    }

    ReportedTreatment at() {
        return at;
    }

    boolean isOfAnOperation() {
        return type == Report.OPERATION || type == Report.RECURRENCE || type == Report.END;
    }

    /** From the next revision on it is one of another treatment, of the same patient on the same day. */
    void move() {
        moves++;
        at = at.movedTo(id + "-place-" + moves);
    }

    ReportedRow nextRevision(Random random) {
        revision++;
        Row row = Row.of(type.code, id)
                .with("revision", revision)
                .with("patientId", at.patientId())
                .with("treatmentId", at.id())
                .with("treatedOn", at.treatedOn());
        if (type != Report.END) {
            row.with("side", "left");
        }
        content(row, at.treatedOn().plusDays(day), random);
        return new ReportedRow(ReportedRow.Kind.REPORT, id, id, revision, row.json());
    }

    private void content(Row row, LocalDate on, Random random) {
        boolean good = random.nextInt(10) < 7;
        switch (type) {
            case OPERATION -> row.with("assessedOn", on).with("spasmGrade", good ? SpasmGrade.E0 : SpasmGrade.E2);
            case RECURRENCE -> row.with("onsetOn", on).with("confirmed", good);
            case END -> row.with("endedOn", on).with("reason", good ? "lost" : "transferred");
            case INJECTION -> {
                row.with("injectionNumber", 1).with("product", Product.ONABOTULINUM);
                row.with("doseUnits", 20 + random.nextInt(20)).with("responded", good);
                if (good) {
                    row.with("reliefEndedOn", on);
                }
            }
            case MEDICATION -> {
                row.with("drug", "carbamazepine").with("assessedOn", on);
                row.with("response", good ? "partial" : "none");
            }
        }
    }
}
