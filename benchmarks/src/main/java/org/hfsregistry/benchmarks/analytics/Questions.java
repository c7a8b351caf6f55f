package org.hfsregistry.benchmarks.analytics;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hfsregistry.analytics.cohort.Population;
import org.hfsregistry.analytics.disclosure.Audience;
import org.hfsregistry.analytics.disclosure.Thresholds;
import org.hfsregistry.analytics.question.Asked;
import org.hfsregistry.analytics.question.Filter;
import org.hfsregistry.analytics.question.Question;
import org.hfsregistry.analytics.statistic.Answer;
import org.hfsregistry.analytics.statistic.Statistics;
import org.hfsregistry.contract.clinical.PatientDescription.Sex;

/** What is asked, as researchers ask it: all hospitals, whole answers with everything that is decided and computed. */
enum Questions {
    /** With completeness, intervals, funnel, shrinkage. */
    SUCCESS("success table", asked(Question.Success.DEFAULT, Filter.NONE)),
    /** All curves with the intervals of each point. */
    RECURRENCE("recurrence curves", asked(Question.Recurrence.DEFAULT, Filter.NONE)),
    /** Relief with its curves and medians. */
    RELIEF("Botox medians", asked(Question.Relief.DEFAULT, Filter.NONE)),
    /** A filter. */
    OF_WOMEN("success of women", asked(Question.Success.DEFAULT, women()));

    /** Those that analytics has by default. */
    static final Thresholds THRESHOLDS = new Thresholds(11, 5);

    private static final Audience RESEARCHERS = new Audience(THRESHOLDS.researchers(), Optional.empty());

    private final String said;

    @SuppressWarnings("ImmutableEnumChecker") // a record of what is asked
    private final Asked asked;

    Questions(String said, Asked asked) {
        this.said = said;
        this.asked = asked;
    }

    private static Asked asked(Question question, Filter filter) {
        return new Asked(question, filter, Set.of(), Asked.By.HOSPITAL, Asked.USUAL_LEVEL);
    }

    private static Filter women() {
        return new Filter(
                Optional.empty(),
                Optional.empty(),
                Optional.of(Sex.FEMALE),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The groups of the answer. */
    List<Map<String, Object>> ask(Statistics statistics) {
        Answer answer = statistics.answer(asked, RESEARCHERS);
        return answer.groups();
    }

    /** Of someone who has asked nothing yet. */
    List<Map<String, Object>> askAnew(Population population) {
        return ask(new Statistics(population, THRESHOLDS));
    }

    @Override
    public String toString() {
        return said;
    }
}
