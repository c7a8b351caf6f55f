package org.hfsregistry.analytics.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hfsregistry.analytics.cohort.Cohort;
import org.hfsregistry.analytics.measure.OperationCounts;
import org.hfsregistry.analytics.question.Grades;
import org.hfsregistry.analytics.question.Question.Complications;
import org.hfsregistry.analytics.question.Question.Quality;
import org.hfsregistry.analytics.question.Question.QualityOfLife;
import org.hfsregistry.analytics.question.Question.Recurrence;
import org.hfsregistry.analytics.question.Question.Success;
import org.hfsregistry.analytics.question.Question.TimeToRelief;
import org.hfsregistry.analytics.treatment.AssessmentWindow;
import org.hfsregistry.analytics.treatment.Course.Spasm;
import org.hfsregistry.analytics.treatment.Grade;
import org.hfsregistry.contract.clinical.Complication;
import org.hfsregistry.contract.clinical.QualityOfLife.Instrument;
import org.hfsregistry.contract.outcome.EligibleCases.Treatment;

/** What is told of operations: by which questions, and which counts of them it is. */
@SuppressWarnings("EnumOrdinal") // a code of this memory, never written anywhere
final class Subjects {
    static final String OPERATIONS = "operations";
    static final String RELIEVED = "relieved";
    static final String RECURRENCES = "recurrences";

    private static final int CODES = Grade.CODES + 1;
    private static final int WAYS_OF_COMPLICATION = 3;

    private Subjects() {}

    /** Every set of grades that may be asked for. */
    static List<Grades> grades() {
        return Stream.concat(Stream.of(Grades.FREE_OF_SPASM), Grades.variants().stream())
                .toList();
    }

    /** All questions about operations. */
    static List<Reading> readings() {
        List<Reading> readings = new ArrayList<>();
        for (AssessmentWindow window : AssessmentWindow.values()) {
            grades().forEach(grades -> readings.add(success(new Success(grades, window))));
        }
        readings.getFirst().ofSeveral();
        readings.add(new Reading(TimeToRelief.DEFAULT, OPERATIONS)
                .ofSeveral()
                .field("n", OPERATIONS)
                .field("relieved", RELIEVED));
        readings.add(new Reading(Recurrence.DEFAULT, RELIEVED)
                .ofSeveral()
                .field("atRisk", RELIEVED)
                .field("recurrences", RECURRENCES));
        Reading complications = new Reading(Complications.DEFAULT, OPERATIONS).field("n", OPERATIONS);
        for (String kind : kinds()) {
            String path = kind.equals("anyKind") ? kind : "complications/" + kind;
            complications.field(path + "/any/count", with(kind)).field(path + "/permanent/count", permanent(kind));
        }
        readings.add(complications);
        readings.add(qualityOfLife(Treatment.MVD));
        readings.add(new Reading(Quality.DEFAULT, "")
                .field("operations", OPERATIONS)
                .field("due", due(AssessmentWindow.YEAR))
                .rate("completeness", dueAssessed(Success.DEFAULT), due(AssessmentWindow.YEAR))
                .field("daysToSubmission/mvd/n", OPERATIONS)
                .field("daysToSubmission/botox/n", SessionSubjects.SESSIONS)
                .field("retractions/outcomes", SessionSubjects.OUTCOMES)
                .field("retractions/count", SessionSubjects.RETRACTED));
        return readings;
    }

    private static Reading success(Success question) {
        AssessmentWindow window = question.at();
        return new Reading(question, assessed(question))
                .field("n", assessed(question))
                .field("successes", successes(question))
                .field("operations", OPERATIONS)
                .field("due", due(window))
                .rate("completeness", dueAssessed(question), due(window))
                .rate("bounds/lower", dueSuccesses(question), due(window));
    }

    static Reading qualityOfLife(Treatment treatment) {
        Reading reading = new Reading(new QualityOfLife(treatment), "");
        for (Instrument instrument : Instrument.values()) {
            String path = "instruments/" + instrument.code();
            reading.field(path + "/n", pairs(treatment, instrument))
                    .field(path + "/importantlyBetter/count", better(treatment, instrument));
        }
        return reading;
    }

    /** All that operations are told apart by. */
    static List<Subject> all() {
        List<Subject> all = new ArrayList<>();
        for (AssessmentWindow window : AssessmentWindow.values()) {
            all.add(graded(window));
        }
        all.add(spasm());
        List<String> kinds = kinds();
        for (int i = 0; i < kinds.size(); i++) {
            int bits = i == 0 ? -1 : 1 << (i - 1);
            all.add(Subject.ofRows(
                            "complication " + kinds.get(i),
                            Cohort::isOperation,
                            WAYS_OF_COMPLICATION,
                            (cohort, row, day) -> (cohort.clinical().permanentComplications(row) & bits) != 0
                                    ? 2
                                    : (cohort.adverse(row) & bits) != 0 ? 1 : 0)
                    .with(OPERATIONS, kind -> true)
                    .with(with(kinds.get(i)), kind -> kind > 0)
                    .with(permanent(kinds.get(i)), kind -> kind == 2));
        }
        for (Instrument instrument : Instrument.values()) {
            all.add(scored(Treatment.MVD, instrument, OPERATIONS));
        }
        return all;
    }

    private static Subject spasm() {
        Spasm[] spasms = Spasm.values();
        return new Subject(
                        "spasm",
                        Cohort::isOperation,
                        spasms.length,
                        (cohort, rows, day) -> OperationCounts.of(cohort, rows, day, day)
                                .into(spasms.length, (closed, atYear, atQuarter, spasm) -> spasm.ordinal()))
                .with(OPERATIONS, kind -> true)
                .with(RELIEVED, kind -> spasms[kind].went())
                .with(RECURRENCES, kind -> spasms[kind] == Spasm.RETURNED);
    }

    /** A kind is whether the window has closed, and the code of the grades. */
    private static Subject graded(AssessmentWindow window) {
        Subject graded = Subject.ofRows(
                "success at " + window.target(),
                Cohort::isOperation,
                2 * CODES,
                (cohort, row, day) ->
                        (window.closedBy(day, cohort.treatedOn(row)) ? CODES : 0) + cohort.grade(row, window) + 1);
        graded.with(OPERATIONS, kind -> true).with(due(window), kind -> kind >= CODES);
        for (Grades grades : grades()) {
            Success question = new Success(grades, window);
            graded.with(assessed(question), kind -> grades.assesses(kind % CODES - 1));
            graded.with(successes(question), kind -> grades.isSuccess(kind % CODES - 1));
            graded.with(dueAssessed(question), kind -> kind >= CODES && grades.assesses(kind % CODES - 1));
            graded.with(dueSuccesses(question), kind -> kind >= CODES && grades.isSuccess(kind % CODES - 1));
        }
        return graded;
    }

    static Subject scored(Treatment treatment, Instrument instrument, String all) {
        Subject scored = Subject.ofRows(
                        "scores " + pairs(treatment, instrument),
                        treatment == Treatment.MVD ? Cohort::isOperation : Cohort::isSession,
                        WAYS_OF_COMPLICATION,
                        (cohort, row, day) -> !cohort.clinical().hasPair(row, instrument)
                                ? 0
                                : cohort.clinical().before(row, instrument)
                                                        - cohort.clinical().after(row, instrument)
                                                >= 300
                                        ? 2
                                        : 1)
                .with(all, kind -> true)
                .with(pairs(treatment, instrument), kind -> kind > 0);
        return instrument == Instrument.HFS_7 ? scored.with(better(treatment, instrument), kind -> kind == 2) : scored;
    }

    private static List<String> kinds() {
        return Stream.concat(
                        Stream.of("anyKind"),
                        Stream.of(Complication.Kind.values()).map(Complication.Kind::code))
                .toList();
    }

    private static String with(String kind) {
        return "operations with " + kind;
    }

    private static String permanent(String kind) {
        return "operations with " + kind + " for good";
    }

    private static String pairs(Treatment treatment, Instrument instrument) {
        return treatment.code() + " scored by " + instrument.code();
    }

    private static String better(Treatment treatment, Instrument instrument) {
        return treatment.code() + " better by " + instrument.code();
    }

    private static String assessed(Success question) {
        return "assessed at " + question.at().target() + (question.grades().totals() ? " for T" : "");
    }

    private static String successes(Success question) {
        return question.grades() + " at " + question.at().target();
    }

    private static String due(AssessmentWindow window) {
        return "due at " + window.target();
    }

    private static String dueAssessed(Success question) {
        return "due and " + assessed(question);
    }

    private static String dueSuccesses(Success question) {
        return "due and " + successes(question);
    }
}
