package org.hfsregistry.analytics.attack;

import java.util.ArrayList;
import java.util.List;
import org.hfsregistry.analytics.cohort.Cohort;
import org.hfsregistry.analytics.cohort.Injections.Afterwards;
import org.hfsregistry.analytics.measure.ReportCounts;
import org.hfsregistry.analytics.question.Question;
import org.hfsregistry.analytics.question.Question.MedicationResponses;
import org.hfsregistry.analytics.question.Question.OfSequence.BotoxToMvd;
import org.hfsregistry.analytics.question.Question.OfSequence.Reinjection;
import org.hfsregistry.analytics.treatment.Relief;
import org.hfsregistry.contract.clinical.Complication;
import org.hfsregistry.contract.clinical.QualityOfLife.Instrument;
import org.hfsregistry.contract.outcome.EligibleCases.Treatment;
import org.hfsregistry.contract.outcome.MedicationResponse.Response;
import org.hfsregistry.contract.outcome.MedicationResponse.SideEffect;
import org.hfsregistry.contract.outcome.MedicationResponse.StopReason;

/** What is told of injection sessions and of courses of medication. */
@SuppressWarnings("EnumOrdinal") // a code of this memory, never written anywhere
final class SessionSubjects {
    static final String SESSIONS = "sessions";
    static final String COURSES = "courses";
    static final String OPERATED = "operated after injections";
    static final String OUTCOMES = "outcomes";
    static final String RETRACTED = "retracted outcomes";

    private static final String RESPONDERS = "responders";
    private static final String FOLLOWED = "sessions followed by another";
    private static final String PATIENTS = "patients with sessions, by side";
    private static final String STOPPED = "courses stopped";
    private static final int RELIEFS = Relief.values().length;
    private static final int AFTERWARDS = Afterwards.values().length;

    private SessionSubjects() {}

    /** All questions about sessions. */
    static List<Reading> ofSessions() {
        Reading relief = new Reading(Question.Relief.DEFAULT, SESSIONS)
                .ofSeveral()
                .field("n", SESSIONS)
                .field("responders", RESPONDERS);
        for (Complication.Kind kind : Complication.Kind.values()) {
            relief.field("adverse/" + kind.code() + "/count", with(kind));
        }
        return List.of(
                relief,
                new Reading(Reinjection.DEFAULT, FOLLOWED).ofSeveral().field("n", FOLLOWED),
                new Reading(BotoxToMvd.DEFAULT, PATIENTS)
                        .field("patients", PATIENTS)
                        .field("operated", OPERATED),
                Subjects.qualityOfLife(Treatment.BOTOX));
    }

    /** All questions about courses of medication. */
    static List<Reading> ofCourses() {
        Reading courses = new Reading(MedicationResponses.DEFAULT, COURSES)
                .ofSeveral()
                .field("n", COURSES)
                .field("stopped/count", STOPPED);
        for (Response response : Response.values()) {
            courses.field("response/" + response.code() + "/count", response(response));
        }
        for (StopReason reason : StopReason.values()) {
            courses.field("stopped/because/" + reason.code() + "/count", stopped(reason));
        }
        for (SideEffect effect : SideEffect.values()) {
            courses.field("sideEffects/" + effect.code() + "/count", effect(effect));
        }
        return List.of(courses);
    }

    /** All that sessions, courses and outcomes are told apart by. */
    static List<Subject> all() {
        List<Subject> all = new ArrayList<>();
        all.add(sequences());
        for (Complication.Kind kind : Complication.Kind.values()) {
            all.add(Subject.ofRows(
                            "adverse " + kind.code(),
                            Cohort::isSession,
                            2,
                            (cohort, row, day) -> cohort.adverse(row) >> kind.ordinal() & 1)
                    .with(SESSIONS, each -> true)
                    .with(with(kind), each -> each == 1));
        }
        for (Instrument instrument : Instrument.values()) {
            all.add(Subjects.scored(Treatment.BOTOX, instrument, SESSIONS));
        }
        return all;
    }

    /** A kind is what a session came to and what followed on it. */
    private static Subject sequences() {
        return Subject.ofRows(
                        "sessions",
                        Cohort::isSession,
                        RELIEFS * 2 * AFTERWARDS,
                        (cohort, row, day) -> (cohort.relief(row).ordinal() * 2
                                                + (cohort.injections().daysToNext(row) == Cohort.NEVER ? 0 : 1))
                                        * AFTERWARDS
                                + cohort.injections().afterwards(row).ordinal())
                .with(SESSIONS, kind -> true)
                .with(RESPONDERS, kind -> kind / AFTERWARDS / 2 != Relief.NONE.ordinal())
                .with(FOLLOWED, kind -> kind / AFTERWARDS % 2 == 1)
                .with(PATIENTS, kind -> kind % AFTERWARDS != Afterwards.NOT_FIRST.ordinal())
                .with(OPERATED, kind -> kind % AFTERWARDS == Afterwards.OPERATED.ordinal());
    }

    static List<Subject> courses() {
        List<Subject> courses = new ArrayList<>();
        Subject responses = Subject.ofRows(
                        "responses",
                        Cohort::isMedication,
                        Response.values().length,
                        (cohort, row, day) ->
                                cohort.clinical().medication(row).response().ordinal())
                .with(COURSES, kind -> true);
        for (Response response : Response.values()) {
            responses.with(response(response), kind -> kind == response.ordinal());
        }
        courses.add(responses);
        int reasons = StopReason.values().length;
        Subject stopping = Subject.ofRows(
                        "stopping",
                        Cohort::isMedication,
                        reasons + 2,
                        (cohort, row, day) -> !cohort.clinical().medication(row).isStopped()
                                ? reasons + 1
                                : cohort.clinical()
                                        .medication(row)
                                        .stoppedBecause()
                                        .map(Enum::ordinal)
                                        .orElse(reasons))
                .with(COURSES, kind -> true)
                .with(STOPPED, kind -> kind <= reasons);
        for (StopReason reason : StopReason.values()) {
            stopping.with(stopped(reason), kind -> kind == reason.ordinal());
        }
        courses.add(stopping);
        for (SideEffect effect : SideEffect.values()) {
            courses.add(Subject.ofRows(
                            "effect " + effect.code(),
                            Cohort::isMedication,
                            2,
                            (cohort, row, day) ->
                                    cohort.clinical().medication(row).has(effect) ? 1 : 0)
                    .with(COURSES, kind -> true)
                    .with(effect(effect), kind -> kind == 1));
        }
        return courses;
    }

    /** What is told of all treatments of a hospital together, without any part of them. */
    static List<Subject> ofWholesOnly() {
        Subject outcomes = new Subject("outcomes", (cohort, row) -> true, 5, (cohort, rows, day) -> {
            ReportCounts reports = ReportCounts.of(cohort, rows);
            return new int[] {
                reports.operations(), reports.sessions(), reports.courses(), reports.further(), reports.retracted()
            };
        });
        Subject operated = new Subject("operated after injections", (cohort, row) -> true, 2, (cohort, rows, day) -> {
            int after = 0;
            int operations = 0;
            for (int row = 0; row < cohort.rows(); row++) {
                operations += cohort.isOperation(row) ? 1 : 0;
                after += cohort.isSession(row) && cohort.injections().afterwards(row) == Afterwards.OPERATED ? 1 : 0;
            }
            return new int[] {after, operations - after};
        });
        return List.of(
                outcomes.with(OUTCOMES, kind -> true)
                        .with(Subjects.OPERATIONS, kind -> kind == 0)
                        .with(SESSIONS, kind -> kind == 1)
                        .with(COURSES, kind -> kind == 2)
                        .with(RETRACTED, kind -> kind == 4),
                operated.with(Subjects.OPERATIONS, kind -> true).with(OPERATED, kind -> kind == 0));
    }

    private static String with(Complication.Kind kind) {
        return "sessions with " + kind.code();
    }

    private static String response(Response response) {
        return "courses with response " + response.code();
    }

    private static String stopped(StopReason reason) {
        return "courses stopped for " + reason.code();
    }

    private static String effect(SideEffect effect) {
        return "courses with " + effect.code();
    }
}
