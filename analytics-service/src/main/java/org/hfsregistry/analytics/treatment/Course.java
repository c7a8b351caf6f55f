package org.hfsregistry.analytics.treatment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.outcome.MvdOutcome;
import org.hfsregistry.contract.outcome.MvdRecurrence;
import org.hfsregistry.contract.outcome.TreatmentOutcome;
import org.hfsregistry.contract.registered.Reported;

/**
 * What was seen after an operation, each as day * 8 + code in one sorted array: the code is E of an assessment, or 4 for
 * a confirmed recurrence. It exists so that recurrence can be asked for with any gap without going back to a document.
 *
 * <p>A day has one assessment: the one submitted last, then the one with the larger outcomeId. What lies before the day
 * of the operation does not count.
 */
@SuppressWarnings("EnumOrdinal") // a code of this memory, never written anywhere
public final class Course {
    /** A day that never comes. */
    public static final int NEVER = Integer.MAX_VALUE;

    private static final int CODES = 8;
    private static final int RECURRED = 4;
    private static final Comparator<Reported<TreatmentOutcome>> SUBMITTED =
            Comparator.<Reported<TreatmentOutcome>, Instant>comparing(Reported::submittedAt)
                    .thenComparing(reported -> reported.outcome().outcomeId());

    private final int[] seen;
    private final byte gradeAtYear;
    private final byte gradeAtQuarter;
    private final int daysToGrades;

    private Course(int[] seen, byte gradeAtYear, byte gradeAtQuarter, int daysToGrades) {
        this.daysToGrades = daysToGrades;
        this.seen = seen;
        this.gradeAtYear = gradeAtYear;
        this.gradeAtQuarter = gradeAtQuarter;
    }

    /** The course that the outcomes of an operation tell. */
    static Course of(List<Reported<TreatmentOutcome>> outcomes, LocalDate treatedOn) {
        TreeMap<Integer, MvdOutcome> assessments = new TreeMap<>();
        TreeMap<Integer, Integer> submitted = new TreeMap<>();
        IntStream.Builder recurrences = IntStream.builder();
        for (Reported<TreatmentOutcome> reported :
                outcomes.stream().sorted(SUBMITTED).toList()) {
            if (reported.outcome() instanceof MvdOutcome assessment) {
                int day = days(treatedOn, assessment.assessedOn());
                assessments.put(day, assessment);
                submitted.put(day, days(treatedOn, LocalDate.ofInstant(reported.submittedAt(), ZoneOffset.UTC)));
            } else if (reported.outcome() instanceof MvdRecurrence recurrence && recurrence.confirmed()) {
                recurrences.add(days(treatedOn, recurrence.onsetOn()));
            }
        }
        assessments.headMap(0).clear();
        int[] seen = IntStream.concat(
                        assessments.entrySet().stream().mapToInt(Course::code),
                        recurrences.build().filter(day -> day >= 0).map(day -> day * CODES + RECURRED))
                .sorted()
                .distinct()
                .toArray();
        return new Course(
                seen,
                grade(assessments, AssessmentWindow.YEAR),
                grade(assessments, AssessmentWindow.QUARTER),
                submitted.entrySet().stream()
                        .filter(day -> Arrays.stream(AssessmentWindow.values())
                                .anyMatch(window -> window.contains(day.getKey())))
                        .mapToInt(Map.Entry::getValue)
                        .max()
                        .orElse(0));
    }

    private static int days(LocalDate from, LocalDate to) {
        return Math.toIntExact(to.toEpochDay() - from.toEpochDay());
    }

    private static int code(Map.Entry<Integer, MvdOutcome> assessment) {
        return assessment.getKey() * CODES + assessment.getValue().spasmGrade().ordinal();
    }

    private static byte grade(SortedMap<Integer, MvdOutcome> assessments, AssessmentWindow window) {
        byte grade = Grade.UNASSESSED;
        int nearest = 0;
        for (Map.Entry<Integer, MvdOutcome> assessment : assessments.entrySet()) {
            int day = assessment.getKey();
            if (window.contains(day) && (grade == Grade.UNASSESSED || window.prefersLater(nearest, day))) {
                nearest = day;
                MvdOutcome outcome = assessment.getValue();
                grade = Grade.code(outcome.spasmGrade(), outcome.complicationGrade());
            }
        }
        return grade;
    }

    /** What was seen, as one array for the column. */
    public int[] seen() {
        return seen;
    }

    /** The grade at the assessment in the window, by {@link Grade}. */
    public byte grade(AssessmentWindow window) {
        return switch (window) {
            case YEAR -> gradeAtYear;
            case QUARTER -> gradeAtQuarter;
        };
    }

    /** Days from the operation to the last submission of what may be graded by; a correction counts from when it came. */
    public int daysToGrades() {
        return daysToGrades;
    }

    /** The day of the first E0; {@link #NEVER} for none. */
    public static int firstFree(int[] seen) {
        return first(seen, 0, code -> code == SpasmGrade.E0.ordinal());
    }

    /** The first day from the given one on with a confirmed recurrence, E2 or E3; {@link #NEVER} for none. */
    public static int firstReturn(int[] seen, int from) {
        return first(seen, from, code -> code >= SpasmGrade.E2.ordinal());
    }

    /** The day of the last assessment; -1 for none. */
    public static int lastAssessed(int[] seen) {
        for (int i = seen.length - 1; i >= 0; i--) {
            if (seen[i] % CODES != RECURRED) {
                return seen[i] / CODES;
            }
        }
        return -1;
    }

    private static int first(int[] seen, int from, IntPredicate wanted) {
        int start = Arrays.binarySearch(seen, from * CODES);
        for (int i = start < 0 ? -start - 1 : start; i < seen.length; i++) {
            if (wanted.test(seen[i] % CODES)) {
                return seen[i] / CODES;
            }
        }
        return NEVER;
    }

    /**
     * What became of the spasm after an operation, for a gap: a return that comes less than so many days after the first E0 is
     * the ordinary after-course. It exists as the one place where it is said which of relief, return and what competes comes first.
     */
    public enum Spasm {
        /** Never seen free of it, and nothing that competes. */
        STAYED,
        /** Operated on again on that side or died before seen free of it. */
        STAYED_UP_TO_OTHER,
        /** Free of it, and so far as is known it has not come back. */
        WENT,
        /** Free of it up to another operation on that side or death. */
        WENT_UP_TO_OTHER,
        /** Free of it, and it came back. */
        RETURNED;

        /** The gap that is usual, in days. */
        public static final int USUAL_GAP = 90;

        /**
         * What became of it. An E0, or a return, on the day of the competing event goes before it.
         *
         * @param seen as {@link Course#seen} has it
         * @param competing days from the operation to what competes, or {@link Course#NEVER}
         */
        public static Spasm of(int[] seen, int firstFree, int competing, int gap) {
            if (firstFree == Course.NEVER || firstFree > competing) {
                return competing == Course.NEVER ? STAYED : STAYED_UP_TO_OTHER;
            }
            int returned = Course.firstReturn(seen, firstFree + gap);
            if (returned != Course.NEVER && returned <= competing) {
                return RETURNED;
            }
            return competing == Course.NEVER ? WENT : WENT_UP_TO_OTHER;
        }

        /** Whether it was seen to go. */
        public boolean went() {
            return this == WENT || this == WENT_UP_TO_OTHER || this == RETURNED;
        }
    }
}
