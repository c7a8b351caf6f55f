package org.hfsregistry.analytics.frozen;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.hfsregistry.analytics.question.Asked;
import org.hfsregistry.analytics.question.Asked.By;
import org.hfsregistry.analytics.question.Filter;
import org.hfsregistry.analytics.question.Grades;
import org.hfsregistry.analytics.question.Question;
import org.hfsregistry.analytics.question.Question.Success;
import org.hfsregistry.analytics.statistic.AskedText;
import org.hfsregistry.analytics.treatment.AssessmentWindow;
import org.hfsregistry.contract.outcome.EligibleCases.Treatment;

/**
 * What is frozen: each statistic by its definition and the variants of it, without a filter, by each grouping that it has. It
 * exists so that a snapshot's size is known, whatever is registered: answers are as many as there are questions here.
 */
final class UsualQuestions {
    private static final List<By> OF_ALL = List.of(By.HOSPITAL, By.NETWORK, By.YEAR);
    private static final List<By> OF_SESSIONS =
            List.of(By.HOSPITAL, By.NETWORK, By.YEAR, By.PRODUCT, By.INJECTION_NUMBER);
    private static final List<By> OF_MEDICATIONS = List.of(By.HOSPITAL, By.NETWORK, By.YEAR, By.DRUG);

    private UsualQuestions() {}

    /** By their texts; those of one trait after another. */
    static Map<AskedText, Asked> all() {
        Map<AskedText, Asked> all = new LinkedHashMap<>();
        statistics()
                .flatMap(statistic -> statistic.groupings().stream().map(statistic::by))
                .sorted(Comparator.comparing(named -> named.asked().trait()))
                .forEach(named -> all.put(AskedText.of(named.statistic(), named.asked()), named.asked()));
        return all;
    }

    private record Named(String statistic, Asked asked) {}

    private record Statistic(String name, Question question, List<By> groupings) {
        Named by(By by) {
            return new Named(name, new Asked(question, Filter.NONE, Set.of(), by, Asked.USUAL_LEVEL));
        }
    }

    private static Stream<Statistic> statistics() {
        return Stream.of(
                        success(),
                        scores(),
                        Stream.of(
                                new Statistic("mvd-recurrence", Question.Recurrence.DEFAULT, OF_ALL),
                                new Statistic("mvd-time-to-relief", Question.TimeToRelief.DEFAULT, OF_ALL),
                                new Statistic("mvd-complications", Question.Complications.DEFAULT, OF_ALL),
                                new Statistic("botox-relief", Question.Relief.DEFAULT, OF_SESSIONS),
                                new Statistic("botox-trend", Question.OfSequence.Trend.DEFAULT, OF_SESSIONS),
                                new Statistic(
                                        "reinjection-interval", Question.OfSequence.Reinjection.DEFAULT, OF_SESSIONS),
                                new Statistic("botox-to-mvd", Question.OfSequence.BotoxToMvd.DEFAULT, OF_SESSIONS),
                                new Statistic(
                                        "medication-response", Question.MedicationResponses.DEFAULT, OF_MEDICATIONS),
                                new Statistic("case-mix", Question.CaseMix.DEFAULT, OF_ALL),
                                new Statistic("quality", Question.Quality.DEFAULT, OF_ALL)))
                .flatMap(statistics -> statistics);
    }

    /** The definition and its variants: E0, E0 or E1, T0, T0 or T1; at a year and at a quarter. */
    private static Stream<Statistic> success() {
        return Stream.of(AssessmentWindow.values())
                .flatMap(at -> Stream.of("E0", "E0,E1", "T0", "T0,T1")
                        .map(codes -> Grades.of(List.of(codes.split(","))).orElseThrow())
                        .map(grades -> new Statistic("mvd-success", new Success(grades, at), OF_ALL)));
    }

    private static Stream<Statistic> scores() {
        return Stream.of(Treatment.values())
                .map(treatment -> new Statistic("quality-of-life", new Question.QualityOfLife(treatment), OF_ALL));
    }
}
