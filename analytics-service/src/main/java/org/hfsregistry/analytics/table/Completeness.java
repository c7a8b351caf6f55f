package org.hfsregistry.analytics.table;

import org.hfsregistry.analytics.decision.OperationFigures;
import org.hfsregistry.analytics.inference.Cells;
import org.hfsregistry.analytics.inference.Tally;
import org.hfsregistry.analytics.question.Question.Success;

/**
 * Which part of the operations that are due was assessed, as fields. It exists so that it is one number wherever it is told.
 */
public final class Completeness {
    private final String figure;
    private final Cells operations;
    private final Cells due;
    private final Cells dueAssessed;

    /** Of a question that is among the figures. */
    public Completeness(Success question, OperationFigures figures) {
        this.figure = new OperationFigures.Named(question).completeness();
        this.operations = figures.operations();
        this.due = figures.due(question);
        this.dueAssessed = figures.dueAssessed(question);
    }

    /** Puts operations, those that are due, and the part of these that was assessed. */
    public void putInto(Fields fields, Tally people) {
        int countedDue = people.count(0, due);
        fields.count("operations", figure, () -> people.count(0, operations));
        fields.count("due", figure, () -> countedDue);
        fields.put("completeness", figure, () -> new Rate(people.count(0, dueAssessed), countedDue).value());
    }
}
