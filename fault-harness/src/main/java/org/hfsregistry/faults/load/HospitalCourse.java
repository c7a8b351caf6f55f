package org.hfsregistry.faults.load;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.hfsregistry.faults.load.ReportedOutcome.Report;
import org.hfsregistry.faults.load.ReportedOutcome.ReportedTreatment;
import org.hfsregistry.faults.load.ReportedRow.Kind;
import org.hfsregistry.sample.Row;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What one hospital reports, without end: operations with several outcomes each, injections and medications, revisions before
 * and after those that they correct, outcomes that move to another treatment, repetitions, retractions before and after what
 * they retract. What counts in the end does not depend on the order of it, but for contradictions, which come when what they
 * contradict is acknowledged.
 */
final class HospitalCourse {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final LocalDate FIRST_DAY = LocalDate.of(2010, 1, 1);
    private static final int DAYS = 4500;
    private static final int MOST_ROWS_OF_A_BATCH = 40;
    private static final List<Report> FIRST =
            List.of(Report.OPERATION, Report.OPERATION, Report.INJECTION, Report.MEDICATION);
    private static final List<Report> FURTHER =
            List.of(Report.OPERATION, Report.OPERATION, Report.RECURRENCE, Report.END);

    private final Random random;
    private final List<ReportedOutcome> outcomes = new ArrayList<>();
    private final List<ReportedRow> said = new ArrayList<>();
    private final List<ReportedRow> heldBack = new ArrayList<>();
    private int profileRevision;

    HospitalCourse(Random random) {
        this.random = random;
    }

    /** The rows of the next request; all of the requests before are acknowledged. */
    List<ReportedRow> next() {
        if (random.nextInt(20) == 0 && !said.isEmpty()) {
            ReportedRow contradicted = any(said);
            if (contradicted.kind() == Kind.REPORT) {
                return List.of(contradiction(contradicted));
            }
        }
        int rows = random.nextBoolean() ? 1 : 2 + random.nextInt(MOST_ROWS_OF_A_BATCH - 1);
        List<ReportedRow> request = new ArrayList<>();
        while (request.size() < rows) {
            request.add(row());
        }
        said.addAll(request);
        return List.copyOf(request);
    }

    /** What was held back and has not come yet. */
    List<ReportedRow> rest() {
        return List.copyOf(heldBack);
    }

    private ReportedRow row() {
        int what = random.nextInt(100);
        if (what < 45 || outcomes.isEmpty()) {
            return newTreatment().nextRevision(random);
        } else if (what < 57) {
            return further(any(outcomes)).nextRevision(random);
        } else if (what < 72) {
            return correction(any(outcomes));
        } else if (what < 75) {
            ReportedOutcome moved = any(outcomes);
            moved.move();
            return moved.nextRevision(random);
        } else if (what < 83 && !said.isEmpty()) {
            return any(said);
        } else if (what < 88) {
            return retraction(any(outcomes));
        } else if (what < 89) {
            return profile();
        }
        return heldBack.isEmpty() ? retractionBeforeItsOutcome() : heldBack.remove(random.nextInt(heldBack.size()));
    }

    private ReportedOutcome newTreatment() {
        String id = "t-%06d".formatted(outcomes.size());
        String patient = random.nextInt(5) == 0 && !outcomes.isEmpty()
                ? any(outcomes).at().patientId()
                : "patient-of-" + id;
        ReportedTreatment treatment =
                new ReportedTreatment(id, patient, FIRST_DAY.plusDays(random.nextInt(DAYS)), new AtomicInteger());
        return known(new ReportedOutcome(id + "-first", any(FIRST), treatment, 300 + random.nextInt(130)));
    }

    /** Another outcome of the same operation; of something else, a new treatment. */
    private ReportedOutcome further(ReportedOutcome of) {
        if (!of.isOfAnOperation()) {
            return newTreatment();
        }
        int day = 430 + of.at().furthers().incrementAndGet();
        return known(new ReportedOutcome("o-%06d".formatted(outcomes.size()), any(FURTHER), of.at(), day));
    }

    private ReportedOutcome known(ReportedOutcome outcome) {
        outcomes.add(outcome);
        return outcome;
    }

    /** Every third comes before an earlier one. */
    private ReportedRow correction(ReportedOutcome outcome) {
        if (random.nextInt(3) == 0) {
            heldBack.add(outcome.nextRevision(random));
        }
        return outcome.nextRevision(random);
    }

    private ReportedRow retractionBeforeItsOutcome() {
        ReportedOutcome outcome = newTreatment();
        heldBack.add(outcome.nextRevision(random));
        return retraction(outcome);
    }

    private static ReportedRow retraction(ReportedOutcome outcome) {
        String id = outcome.id() + "-retraction";
        String json = Row.of("retraction", id)
                .with("retracts", outcome.id())
                .with("reason", "reported for the wrong patient")
                .json();
        return new ReportedRow(Kind.RETRACTION, id, outcome.id(), 1, json);
    }

    private ReportedRow profile() {
        profileRevision++;
        String json = Row.of("hospital-profile", "profile")
                .with("revision", profileRevision)
                .with("name", "Hospital in its year " + profileRevision)
                .with("country", "DE")
                .json();
        return new ReportedRow(Kind.PROFILE, "profile", "profile", profileRevision, json);
    }

    /** The same revision with a field more, which no report has. */
    private static ReportedRow contradiction(ReportedRow said) {
        ObjectNode other = (ObjectNode) JSON.readTree(said.json());
        switch (other.path("type").asString()) {
            case "mvd-outcome" -> other.put("spasmReductionPct", 7);
            case "mvd-recurrence" -> other.put("spasmGrade", "E3");
            case "botox-relief" -> other.put("peakReductionPct", 7);
            case "medication-response" -> other.put("doseMgPerDay", 7);
            default -> other.put("reason", "withdrew");
        }
        return new ReportedRow(
                Kind.CONTRADICTION, said.outcomeId(), said.about(), said.revision(), JSON.writeValueAsString(other));
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
