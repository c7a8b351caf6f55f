package org.hfsregistry.analytics.page;

import java.util.List;
import java.util.Map;
import org.hfsregistry.analytics.page.figure.Figure;
import org.hfsregistry.analytics.page.figure.Told;
import org.hfsregistry.analytics.question.Question;
import org.hfsregistry.analytics.question.Question.OfSequence;
import org.hfsregistry.contract.outcome.EligibleCases.Treatment;

/**
 * The numbers of a hospital, or of the network: the same for both, so that one can be held against the other.
 *
 * @param quality how good the data are
 * @param surgery of those who had injections
 */
public record Numbers(
        Success success,
        Incidence relief,
        Incidence recurrence,
        Relief botox,
        Quality quality,
        Clinical clinical,
        Incidence surgery,
        Reinjection reinjection) {

    /** The questions that they answer, in their order. */
    static final List<Question> QUESTIONS = List.of(
            Question.Success.DEFAULT,
            Question.TimeToRelief.DEFAULT,
            Question.Recurrence.DEFAULT,
            Question.Relief.DEFAULT,
            Question.Quality.DEFAULT,
            Question.Complications.DEFAULT,
            new Question.QualityOfLife(Treatment.MVD),
            new Question.QualityOfLife(Treatment.BOTOX),
            Question.MedicationResponses.DEFAULT,
            OfSequence.BotoxToMvd.DEFAULT,
            OfSequence.Reinjection.DEFAULT);

    static Numbers of(List<Map<String, Object>> groups) {
        List<Told> told = groups.stream().map(Told::of).toList();
        return new Numbers(
                Success.of(told.get(0)),
                Incidence.relief(told.get(1)),
                Incidence.recurrence(told.get(2)),
                Relief.of(told.get(3)),
                Quality.of(told.get(4)),
                Clinical.of(told.get(5), told.get(6), told.get(7), told.get(8)),
                Incidence.surgery(told.get(9)),
                Reinjection.of(told.get(10)));
    }

    /** How good the data are. */
    public record Quality(OfKind mvd, OfKind botox) {

        private static Quality of(Told told) {
            return new Quality(OfKind.of(told, "mvd"), OfKind.of(told, "botox"));
        }
    }

    /**
     * Of treatments of a kind.
     *
     * @param registered the part of those that the hospital said it did
     * @param daysToSubmission the median
     */
    public record OfKind(Figure registered, Figure daysToSubmission) {

        private static OfKind of(Told told, String kind) {
            return new OfKind(
                    told.part("caseAscertainment").part(kind).figure("share"),
                    told.part("daysToSubmission").part(kind).figure("median"));
        }
    }

    /**
     * Days from an injection to the next.
     *
     * @param followed injections that another followed
     */
    public record Reinjection(Figure followed, Figure firstQuartile, Figure medianDays, Figure thirdQuartile) {

        private static Reinjection of(Told told) {
            return new Reinjection(told.figure("n"), told.figure("p25"), told.figure("medianDays"), told.figure("p75"));
        }
    }
}
