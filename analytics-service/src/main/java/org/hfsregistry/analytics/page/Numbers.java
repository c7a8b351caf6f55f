package org.hfsregistry.analytics.page;

import java.util.List;
import java.util.Map;
import org.hfsregistry.analytics.question.Question;

/** The numbers of a hospital, or of the network: the same for both, so that one can be held against the other. */
public record Numbers(Success success, Incidence relief, Incidence recurrence, Relief botox, Quality quality) {

    /** The questions that they answer, in their order. */
    static final List<Question> QUESTIONS = List.of(
            Question.Success.DEFAULT,
            Question.TimeToRelief.DEFAULT,
            Question.Recurrence.DEFAULT,
            Question.Relief.DEFAULT,
            Question.Quality.DEFAULT);

    static Numbers of(List<Map<String, Object>> groups) {
        List<Told> told = groups.stream().map(Told::of).toList();
        return new Numbers(
                Success.of(told.get(0)),
                Incidence.relief(told.get(1)),
                Incidence.recurrence(told.get(2)),
                Relief.of(told.get(3)),
                Quality.of(told.get(4)));
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
}
