package org.hfsregistry.analytics.statistic.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hfsregistry.analytics.cohort.AssessmentWindow;
import org.hfsregistry.analytics.statistic.Asked;
import org.hfsregistry.analytics.statistic.Grades;
import org.hfsregistry.analytics.statistic.Question;

/** The statistics by their names in the path, each with the parameters it takes. */
enum Questions {
    MVD_SUCCESS("mvd-success", "grades", "at") {
        @Override
        Question question(Parameters parameters) {
            Grades grades = parameters.one(
                    "grades", Grades.FREE_OF_SPASM, Grades.CHOICES, text -> Grades.of(List.of(text.split(",", -1))));
            AssessmentWindow at = parameters.one("at", AssessmentWindow.YEAR, "365 or 90", text -> switch (text) {
                case "365" -> Optional.of(AssessmentWindow.YEAR);
                case "90" -> Optional.of(AssessmentWindow.QUARTER);
                default -> Optional.empty();
            });
            return new Question.Success(grades, at);
        }
    },
    MVD_RECURRENCE("mvd-recurrence", "gap") {
        @Override
        Question question(Parameters parameters) {
            int gap = parameters.one(
                    "gap",
                    Question.Recurrence.DEFAULT.gapDays(),
                    "days from 0 to " + LONGEST_GAP,
                    text -> Parameters.whole(text).filter(days -> days <= LONGEST_GAP));
            return new Question.Recurrence(gap);
        }
    },
    BOTOX_RELIEF("botox-relief") {
        @Override
        Question question(Parameters parameters) {
            return Question.Relief.DEFAULT;
        }
    };

    private static final int LONGEST_GAP = 3650;
    private static final List<String> OF_ALL = List.of("hospital", "level", "by");

    private final String path;

    @SuppressWarnings("ImmutableEnumChecker") // List.of makes lists that never change
    private final List<String> own;

    Questions(String path, String... own) {
        this.path = path;
        this.own = List.of(own);
    }

    static Optional<Questions> at(String path) {
        return List.of(values()).stream()
                .filter(question -> question.path.equals(path))
                .findFirst();
    }

    /** Reads the question and what of it is wanted. */
    Asked asked(Map<String, List<String>> given) {
        List<String> known = new ArrayList<>(OF_ALL);
        known.addAll(own);
        Parameters parameters = new Parameters(given, known);
        return new Asked(question(parameters), parameters.hospitals(), parameters.by(), parameters.level());
    }

    abstract Question question(Parameters parameters);
}
