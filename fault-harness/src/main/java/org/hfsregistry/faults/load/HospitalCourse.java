package org.hfsregistry.faults.load;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.stream.Stream;
import org.hfsregistry.faults.load.ReportedOutcome.Report;
import org.hfsregistry.faults.load.ReportedOutcome.ReportedTreatment;
import org.hfsregistry.faults.load.ReportedRow.Kind;
import org.hfsregistry.sample.Row;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What one hospital reports, without end: operations with several outcomes each, injections and medications, revisions before
 * and after those that they correct, outcomes that move to another treatment, repetitions, retractions before and after what
 * they retract; patients who are merged, parted and erased, and rows of them before and after that. What counts in the end does
 * not depend on whether a request came once or twice, since an answer may be lost: where it would, of a treatment that was reported
 * under two ids, a row is a request of its own.
 */
final class HospitalCourse {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final LocalDate FIRST_DAY = LocalDate.of(2010, 1, 1);
    private static final int DAYS = 4500;
    private static final int MOST_ROWS_OF_A_BATCH = 40;
    private static final int ONE_IN_OF_PATIENTS = 5;
    private static final List<Report> FIRST =
            List.of(Report.OPERATION, Report.OPERATION, Report.INJECTION, Report.MEDICATION);
    private static final List<Report> FURTHER =
            List.of(Report.OPERATION, Report.OPERATION, Report.RECURRENCE, Report.END);

    private final Random random;
    private final List<ReportedOutcome> outcomes = new ArrayList<>();
    private final List<ReportedRow> said = new ArrayList<>();
    private final List<ReportedRow> heldBack = new ArrayList<>();
    private final Queue<ReportedRow> alone = new ArrayDeque<>();
    private final Map<String, ReportedOutcome> byId = new HashMap<>();
    private final PatientsCourse patients;
    private int profileRevision;

    HospitalCourse(Random random) {
        this.random = random;
        this.patients = new PatientsCourse(random);
    }

    /** The rows of the next request, or what is asked of the registry; all of the requests before are acknowledged. */
    List<? extends Said> next() {
        ReportedRow waiting = alone.poll();
        if (waiting != null) {
            said.add(waiting);
            return List.of(waiting);
        }
        if (random.nextInt(ONE_IN_OF_PATIENTS) == 0 && patients.areEnough()) {
            return List.of(ofPatients());
        }
        if (random.nextInt(20) == 0 && !said.isEmpty()) {
            ReportedRow contradicted = any(said);
            if (contradicted.kind() == Kind.REPORT && !isUnderTwoIds(contradicted)) {
                return List.of(contradiction(contradicted));
            }
        }
        int rows = random.nextBoolean() ? 1 : 2 + random.nextInt(MOST_ROWS_OF_A_BATCH - 1);
        List<ReportedRow> request = new ArrayList<>();
        while (request.size() < rows) {
            ReportedRow row = row();
            if (isUnderTwoIds(row)) {
                alone.add(row);
            } else {
                request.add(row);
            }
        }
        said.addAll(request);
        return List.copyOf(request);
    }

    /** What was held back and has not come yet, by request. */
    List<List<ReportedRow>> rest() {
        List<List<ReportedRow>> requests = new ArrayList<>();
        List<ReportedRow> together = new ArrayList<>();
        Stream.concat(alone.stream(), heldBack.stream()).forEach(row -> {
            if (isUnderTwoIds(row)) {
                requests.add(List.of(row));
            } else {
                together.add(row);
            }
        });
        if (!together.isEmpty()) {
            requests.add(together);
        }
        return requests;
    }

    /** Afterwards comes a row that is the harder for it: of the erased one again, or of the merged under the other's id. */
    private Said.Asked ofPatients() {
        Said.Asked asked = patients.next();
        switch (asked) {
            case Said.Erasure _ ->
                said.stream()
                        .filter(row -> row.kind() == Kind.REPORT && isOfErased(row))
                        .reduce((earlier, later) -> later)
                        .ifPresent(alone::add);
            case Said.Merge merge ->
                outcomes.stream()
                        .filter(outcome -> outcome.isOfAnOperation()
                                && merge.patients().contains(outcome.at().patientId()))
                        .findFirst()
                        .map(this::underAnotherId)
                        .ifPresent(outcome -> alone.add(outcome.nextRevision(random)));
            case Said.Undoing _ -> {}
        }
        return asked;
    }

    private boolean isOfErased(ReportedRow row) {
        return Optional.ofNullable(byId.get(row.about()))
                .filter(outcome -> patients.isErased(outcome.at().patientId()))
                .isPresent();
    }

    private boolean isUnderTwoIds(ReportedRow row) {
        return Optional.ofNullable(byId.get(row.about()))
                .filter(outcome -> outcome.at().underTwoIds().get())
                .isPresent();
    }

    /** Another outcome of the same operation, under another id of the patient. */
    private ReportedOutcome underAnotherId(ReportedOutcome of) {
        ReportedTreatment at = of.at();
        return further(patients.otherId(at.patientId()).map(at::under).orElse(at));
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
        ReportedTreatment treatment = ReportedTreatment.of(id, patient, FIRST_DAY.plusDays(random.nextInt(DAYS)));
        return known(new ReportedOutcome(id + "-first", any(FIRST), treatment, 300 + random.nextInt(130)));
    }

    /** Another outcome of the same operation; of something else, a new treatment. */
    private ReportedOutcome further(ReportedOutcome of) {
        if (!of.isOfAnOperation()) {
            return newTreatment();
        }
        return further(of.at());
    }

    private ReportedOutcome further(ReportedTreatment at) {
        int day = 430 + at.furthers().incrementAndGet();
        return known(new ReportedOutcome("o-%06d".formatted(outcomes.size()), any(FURTHER), at, day));
    }

    private ReportedOutcome known(ReportedOutcome outcome) {
        outcomes.add(outcome);
        byId.put(outcome.id(), outcome);
        patients.reported(outcome.at().patientId());
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
