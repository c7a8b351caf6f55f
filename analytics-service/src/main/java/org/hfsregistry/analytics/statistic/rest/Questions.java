package org.hfsregistry.analytics.statistic.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hfsregistry.analytics.question.Asked;
import org.hfsregistry.analytics.question.Asked.By;
import org.hfsregistry.analytics.question.Grades;
import org.hfsregistry.analytics.question.Question;
import org.hfsregistry.analytics.statistic.Requests.Offered;
import org.hfsregistry.analytics.treatment.AssessmentWindow;
import org.hfsregistry.contract.json.Nearest;
import org.hfsregistry.contract.outcome.EligibleCases.Treatment;

/** The statistics by their names in the path, each with the parameters it takes. */
enum Questions {
    MVD_SUCCESS("mvd-success", Kind.OPERATIONS, "grades", "at") {
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
    MVD_RECURRENCE("mvd-recurrence", Kind.OPERATIONS, "gap") {
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
    MVD_TIME_TO_RELIEF("mvd-time-to-relief", Kind.OPERATIONS) {
        @Override
        Question question(Parameters parameters) {
            return Question.TimeToRelief.DEFAULT;
        }
    },
    BOTOX_RELIEF("botox-relief", Kind.SESSIONS) {
        @Override
        Question question(Parameters parameters) {
            return Question.Relief.DEFAULT;
        }
    },
    MVD_COMPLICATIONS("mvd-complications", Kind.OPERATIONS) {
        @Override
        Question question(Parameters parameters) {
            return Question.Complications.DEFAULT;
        }
    },
    MEDICATION_RESPONSE("medication-response", Kind.MEDICATIONS) {
        @Override
        Question question(Parameters parameters) {
            return Question.MedicationResponses.DEFAULT;
        }
    },
    QUALITY_OF_LIFE("quality-of-life", Kind.ALL, "treatment") {
        @Override
        Question question(Parameters parameters) {
            return new Question.QualityOfLife(parameters.one(
                    "treatment",
                    Treatment.MVD,
                    "mvd or botox",
                    text -> List.of(Treatment.values()).stream()
                            .filter(treatment -> treatment.code().equals(text))
                            .findFirst()));
        }
    },
    CASE_MIX("case-mix", Kind.ALL) {
        @Override
        Question question(Parameters parameters) {
            return Question.CaseMix.DEFAULT;
        }
    },
    REINJECTION_INTERVAL("reinjection-interval", Kind.SESSIONS) {
        @Override
        Question question(Parameters parameters) {
            return Question.OfSequence.Reinjection.DEFAULT;
        }
    },
    BOTOX_TO_MVD("botox-to-mvd", Kind.SESSIONS) {
        @Override
        Question question(Parameters parameters) {
            return Question.OfSequence.BotoxToMvd.DEFAULT;
        }
    },
    BOTOX_TREND("botox-trend", Kind.SESSIONS) {
        @Override
        Question question(Parameters parameters) {
            return Question.OfSequence.Trend.DEFAULT;
        }
    },
    QUALITY("quality", Kind.ALL) {
        @Override
        Question question(Parameters parameters) {
            return Question.Quality.DEFAULT;
        }
    };

    private static final int LONGEST_GAP = 3650;
    private static final List<String> OF_ALL =
            List.of("hospital", "from", "to", "sex", "ageFrom", "ageTo", "etiology", "level", "by");

    private final String path;
    private final Kind kind;

    @SuppressWarnings("ImmutableEnumChecker") // List.of makes lists that never change
    private final List<String> own;

    Questions(String path, Kind kind, String... own) {
        this.path = path;
        this.kind = kind;
        this.own = List.of(own);
    }

    /** Which treatments a question is about, and what may be asked of these. */
    private enum Kind {
        OPERATIONS(List.of("vessel", "repeatOperation"), List.of(By.HOSPITAL, By.YEAR, By.NETWORK)),
        SESSIONS(List.of("product"), List.of(By.HOSPITAL, By.YEAR, By.PRODUCT, By.INJECTION_NUMBER, By.NETWORK)),
        MEDICATIONS(List.of(), List.of(By.HOSPITAL, By.YEAR, By.DRUG, By.NETWORK)),
        ALL(List.of(), List.of(By.HOSPITAL, By.YEAR, By.NETWORK));

        @SuppressWarnings("ImmutableEnumChecker") // List.of makes lists that never change
        private final List<String> filters;

        @SuppressWarnings("ImmutableEnumChecker") // List.of makes lists that never change
        private final List<By> groupings;

        Kind(List<String> filters, List<By> groupings) {
            this.filters = filters;
            this.groupings = groupings;
        }
    }

    static Optional<Questions> at(String path) {
        return List.of(values()).stream()
                .filter(question -> question.path.equals(path))
                .findFirst();
    }

    /**
     * Reads the question and what of it is wanted.
     *
     * @param others parameters by which the same path is answered by another
     */
    Asked asked(Map<String, List<String>> given, String... others) {
        Parameters parameters = new Parameters(given, known(), others);
        return new Asked(
                question(parameters),
                parameters.filter(),
                parameters.hospitals(),
                parameters.by(kind.groupings),
                parameters.level());
    }

    /** What it is called and takes. */
    Offered offered() {
        return new Offered(path, known(), Set.copyOf(kind.groupings));
    }

    private List<String> known() {
        List<String> known = new ArrayList<>(OF_ALL);
        known.addAll(kind.filters);
        known.addAll(own);
        return known;
    }

    abstract Question question(Parameters parameters);

    /** There is no statistic of this name; it says which there are. */
    static final class NoSuchStatistic extends RuntimeException {
        NoSuchStatistic(String name) {
            this(name, names());
        }

        private NoSuchStatistic(String name, List<String> names) {
            super("There is no statistic of this name. %sThere are %s."
                    .formatted(
                            Nearest.to(name, names)
                                    .map("Did you mean %s? "::formatted)
                                    .orElse(""),
                            String.join(", ", names)));
        }

        private static List<String> names() {
            return Stream.concat(Stream.of(values()).map(question -> question.path), Stream.of("monitoring"))
                    .toList();
        }
    }
}
