package org.hfsregistry.analytics.table;

import org.hfsregistry.analytics.decision.OperationFigures;
import org.hfsregistry.analytics.inference.Tally;
import org.hfsregistry.analytics.question.Question.Success;

/**
 * Which part of the operations that are due was assessed, as fields. It exists so that it is one number wherever it is told.
 *
 * @param figures those that the question is among
 */
public record Completeness(Success question, OperationFigures figures) {

    /** Puts operations, those that are due, and the part of these that was assessed. */
    public void putInto(Fields fields, Tally people) {
        String figure = new OperationFigures.Named(question).completeness();
        int due = people.count(0, figures.due(question));
        fields.count("operations", figure, () -> people.count(0, figures.operations()));
        fields.count("due", figure, () -> due);
        fields.put("completeness", figure, () -> new Rate(people.count(0, figures.dueAssessed(question)), due).value());
    }
}
