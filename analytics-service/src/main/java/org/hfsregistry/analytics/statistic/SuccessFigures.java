package org.hfsregistry.analytics.statistic;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.hfsregistry.analytics.cohort.AssessmentWindow;
import org.hfsregistry.analytics.cohort.Grade;
import org.hfsregistry.analytics.disclosure.Figure;
import org.hfsregistry.analytics.disclosure.Tally;
import org.hfsregistry.analytics.measure.OperationCounts;
import org.hfsregistry.analytics.measure.OperationCounts.Closed;
import org.hfsregistry.analytics.statistic.Question.Success;

/**
 * Which figures make up success, in the order in which they are shown, and of which operations each is. It exists because
 * questions overlap: the two default ones share their operations and are decided on together; the other sets of grades are
 * decided on after them, all together and in one order, so that no answer depends on what was asked before.
 */
@SuppressWarnings("EnumOrdinal") // a code of this memory, never written anywhere
final class SuccessFigures {
    private static final int STATES = 3;
    private static final int[] CODE_OF_STATE = {Grade.UNASSESSED, 0, Grade.CODES - 1};

    private final List<Figure> figures = new ArrayList<>();
    private final List<Operation> cells = new ArrayList<>();
    private final OperationCounts.CellOf cellOf;

    private SuccessFigures(OperationCounts.CellOf cellOf) {
        this.cellOf = cellOf;
    }

    /** An operation of a cell: what has closed, and its codes by {@link Grade} in the two windows. */
    private record Operation(Closed closed, int atYear, int atQuarter) {
        int code(AssessmentWindow window) {
            return window == AssessmentWindow.YEAR ? atYear : atQuarter;
        }
    }

    /** The default questions at a year and at a quarter. */
    static SuccessFigures ofDefaults() {
        SuccessFigures defaults = new SuccessFigures(
                (closed, atYear, atQuarter) -> (closed.ordinal() * STATES + state(atYear)) * STATES + state(atQuarter));
        for (Closed closed : Closed.values()) {
            for (int atYear : CODE_OF_STATE) {
                for (int atQuarter : CODE_OF_STATE) {
                    defaults.cells.add(new Operation(closed, atYear, atQuarter));
                }
            }
        }
        for (AssessmentWindow window : AssessmentWindow.values()) {
            defaults.addDefault(window);
        }
        return defaults;
    }

    /** All other sets of grades in a window, after the default one. */
    static SuccessFigures ofVariants(AssessmentWindow window) {
        int codes = Grade.CODES + 1;
        SuccessFigures variants = new SuccessFigures((closed, atYear, atQuarter) ->
                (closed.due(window) ? codes : 0) + (window == AssessmentWindow.YEAR ? atYear : atQuarter) + 1);
        for (Closed closed : List.of(Closed.NEITHER, Closed.BOTH)) {
            for (int code = Grade.UNASSESSED; code < Grade.CODES; code++) {
                variants.cells.add(new Operation(closed, code, code));
            }
        }
        variants.addDefault(window);
        for (Grades grades : Grades.variants()) {
            variants.addVariant(new Success(grades, window));
        }
        return variants;
    }

    /** Not assessed, success or failure by the default grades. */
    private static int state(int code) {
        if (code == Grade.UNASSESSED) {
            return 0;
        }
        return Grades.FREE_OF_SPASM.isSuccess(code) ? 1 : 2;
    }

    private void addDefault(AssessmentWindow window) {
        Success question = new Success(Grades.FREE_OF_SPASM, window);
        Named names = new Named(question);
        figures.add(Figure.size(names.assessed(), 0, assessed(question)));
        figures.add(Figure.of(names.successes(), 0, List.of(successes(question)), names.assessed()));
        figures.add(Figure.of(
                names.completeness(),
                0,
                List.of(operations(), due(question), dueAssessed(question)),
                names.assessed()));
        addDueSuccesses(question);
    }

    private void addVariant(Success question) {
        Named names = new Named(question);
        Named defaults = new Named(new Success(Grades.FREE_OF_SPASM, question.at()));
        if (question.grades().totals() && !names().contains(names.assessed())) {
            figures.add(
                    new Figure(names.assessed(), 0, List.of(assessed(question)), List.of(defaults.assessed()), true));
            figures.add(Figure.of(
                    names.completeness(),
                    0,
                    List.of(dueAssessed(question)),
                    names.assessed(),
                    defaults.completeness()));
        }
        figures.add(Figure.of(names.successes(), 0, List.of(successes(question)), names.assessed()));
        addDueSuccesses(question);
    }

    private void addDueSuccesses(Success question) {
        Named names = new Named(question);
        figures.add(Figure.of(
                names.dueSuccesses(), 0, List.of(dueSuccesses(question)), names.successes(), names.completeness()));
    }

    List<Figure> figures() {
        return figures;
    }

    Set<String> names() {
        return figures.stream().map(Figure::name).collect(Collectors.toUnmodifiableSet());
    }

    Tally tally(OperationCounts operations) {
        return Tally.of(List.of(operations.into(cells.size(), cellOf)));
    }

    long operations() {
        return set(operation -> true);
    }

    long assessed(Success question) {
        return set(operation -> question.grades().assesses(operation.code(question.at())));
    }

    long successes(Success question) {
        return set(operation -> question.grades().isSuccess(operation.code(question.at())));
    }

    long due(Success question) {
        return set(operation -> operation.closed().due(question.at()));
    }

    long dueAssessed(Success question) {
        return due(question) & assessed(question);
    }

    long dueSuccesses(Success question) {
        return due(question) & successes(question);
    }

    private long set(Predicate<Operation> among) {
        long set = 0;
        for (int cell = 0; cell < cells.size(); cell++) {
            set |= among.test(cells.get(cell)) ? 1L << cell : 0;
        }
        return set;
    }

    /** The names of a question's figures. Sets of E share the assessed operations, and so do sets of T. */
    record Named(Success question) {
        String assessed() {
            return window() + (question.grades().totals() ? " T" : "") + " assessed";
        }

        String completeness() {
            return window() + (question.grades().totals() ? " T" : "") + " completeness";
        }

        String successes() {
            return window() + " " + question.grades();
        }

        String dueSuccesses() {
            return window() + " " + question.grades() + " due";
        }

        private int window() {
            return question.at().target();
        }
    }
}
