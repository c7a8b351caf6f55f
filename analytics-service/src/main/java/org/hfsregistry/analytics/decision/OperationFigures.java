package org.hfsregistry.analytics.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.hfsregistry.analytics.disclosure.Figure;
import org.hfsregistry.analytics.inference.Cells;
import org.hfsregistry.analytics.inference.Tally;
import org.hfsregistry.analytics.measure.OperationCounts;
import org.hfsregistry.analytics.measure.OperationCounts.Closed;
import org.hfsregistry.analytics.question.Grades;
import org.hfsregistry.analytics.question.Question.Success;
import org.hfsregistry.analytics.treatment.AssessmentWindow;
import org.hfsregistry.analytics.treatment.Course.Spasm;
import org.hfsregistry.analytics.treatment.Grade;

/**
 * Which figures are told of operations, in the order in which they are shown, and of which operations each is. It exists
 * because statistics overlap: success at a year and at a quarter, relief and recurrence count the same operations and are
 * decided on together; the other sets of grades are decided on after them, all together and in one order, so that no answer
 * depends on what was asked before.
 */
@SuppressWarnings("EnumOrdinal") // a code of this memory, never written anywhere
public final class OperationFigures {
    /** How many operations there are. */
    public static final String OPERATIONS = "operations";

    /** How many were followed by an E0. */
    public static final String RELIEVED = "relieved";

    /** How waiting for relief ended: what a curve adds up to. */
    public static final String RELIEF_CURVE = "relief curve";

    /** How many are at risk of recurrence. */
    public static final String AT_RISK = "at risk";

    /** How many had a recurrence. */
    public static final String RECURRENCES = "recurrences";

    /** How being free of spasm ended: what a curve adds up to. */
    public static final String RECURRENCE_CURVE = "recurrence curve";

    private static final int STATES = 3;
    private static final int SPASMS = 5;
    private static final int[] CODE_OF_STATE = {Grade.UNASSESSED, 0, Grade.CODES - 1};

    private static final OperationFigures DEFAULTS = defaults();

    private final List<Figure> figures = new ArrayList<>();
    private final List<Operation> cells = new ArrayList<>();
    private final OperationCounts.CellOf cellOf;

    private OperationFigures(OperationCounts.CellOf cellOf) {
        this.cellOf = cellOf;
    }

    /** An operation of a cell: what has closed, its codes by {@link Grade} in the two windows, and its spasm. */
    private record Operation(Closed closed, int atYear, int atQuarter, Spasm spasm) {
        int code(AssessmentWindow window) {
            return window == AssessmentWindow.YEAR ? atYear : atQuarter;
        }
    }

    /** The default questions: success at a year and at a quarter, relief, recurrence. */
    public static OperationFigures ofDefaults() {
        return DEFAULTS;
    }

    private static OperationFigures defaults() {
        OperationFigures defaults = new OperationFigures((closed, atYear, atQuarter, spasm) ->
                ((closed.ordinal() * STATES + state(atYear)) * STATES + state(atQuarter)) * SPASMS + spasm.ordinal());
        for (Closed closed : Closed.values()) {
            for (int atYear : CODE_OF_STATE) {
                for (int atQuarter : CODE_OF_STATE) {
                    for (Spasm spasm : Spasm.values()) {
                        defaults.cells.add(new Operation(closed, atYear, atQuarter, spasm));
                    }
                }
            }
        }
        for (AssessmentWindow window : AssessmentWindow.values()) {
            defaults.addDefault(window);
        }
        defaults.addSpasm();
        return defaults;
    }

    /** Who was relieved is who is at risk; both are sizes, each of its own statistic. */
    private void addSpasm() {
        figures.add(Figure.size(OPERATIONS, 0, operations()));
        figures.add(Figure.of(RELIEVED, 0, List.of(went()), OPERATIONS));
        figures.add(Figure.of(RELIEF_CURVE, 0, List.of(spasm(Spasm.STAYED_UP_TO_OTHER)), RELIEVED));
        figures.add(Figure.size(AT_RISK, 0, went()));
        figures.add(Figure.of(RECURRENCES, 0, List.of(spasm(Spasm.RETURNED)), AT_RISK));
        figures.add(Figure.of(RECURRENCE_CURVE, 0, List.of(spasm(Spasm.WENT_UP_TO_OTHER)), RECURRENCES));
    }

    /** All other sets of grades in a window, after the default one. */
    public static OperationFigures ofVariants(AssessmentWindow window) {
        int codes = Grade.CODES + 1;
        OperationFigures variants = new OperationFigures((closed, atYear, atQuarter, spasm) ->
                (closed.due(window) ? codes : 0) + (window == AssessmentWindow.YEAR ? atYear : atQuarter) + 1);
        for (Closed closed : List.of(Closed.NEITHER, Closed.BOTH)) {
            for (int code = Grade.UNASSESSED; code < Grade.CODES; code++) {
                variants.cells.add(new Operation(closed, code, code, Spasm.STAYED));
            }
        }
        variants.figures.add(Figure.size(OPERATIONS, 0, variants.operations()));
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

    /** The figures in their order. */
    public List<Figure> figures() {
        return figures;
    }

    private Set<String> names() {
        return figures.stream().map(Figure::name).collect(Collectors.toUnmodifiableSet());
    }

    /** Operations counted into cells. */
    public Tally tally(OperationCounts operations) {
        return Tally.of(List.of(operations.into(cells.size(), cellOf)));
    }

    /** All. */
    public Cells operations() {
        return set(operation -> true);
    }

    /** Those assessed in the question's window. */
    public Cells assessed(Success question) {
        return set(operation -> question.grades().assesses(operation.code(question.at())));
    }

    /** Those with a grade in the question's set. */
    public Cells successes(Success question) {
        return set(operation -> question.grades().isSuccess(operation.code(question.at())));
    }

    /** Those whose window has closed. */
    public Cells due(Success question) {
        return set(operation -> operation.closed().due(question.at()));
    }

    /** Those whose window has closed, assessed in it. */
    public Cells dueAssessed(Success question) {
        return set(operation ->
                operation.closed().due(question.at()) && question.grades().assesses(operation.code(question.at())));
    }

    /** Those whose window has closed, with a grade in the question's set. */
    public Cells dueSuccesses(Success question) {
        return set(operation ->
                operation.closed().due(question.at()) && question.grades().isSuccess(operation.code(question.at())));
    }

    /** Those after which the spasm went. */
    public Cells went() {
        return set(operation -> operation.spasm().went());
    }

    /** Those after which this became of the spasm. */
    public Cells spasm(Spasm wanted) {
        return set(operation -> operation.spasm() == wanted);
    }

    private Cells set(Predicate<Operation> among) {
        return Cells.among(cells.size(), cell -> among.test(cells.get(cell)));
    }

    /** The names of a question's figures. Sets of E share the assessed operations, and so do sets of T. */
    public record Named(Success question) {
        /** Who was assessed. */
        public String assessed() {
            return window() + (question.grades().totals() ? " T" : "") + " assessed";
        }

        /** Who was due and assessed. */
        public String completeness() {
            return window() + (question.grades().totals() ? " T" : "") + " completeness";
        }

        /** Who had a success. */
        public String successes() {
            return window() + " " + question.grades();
        }

        /** Who was due and had a success. */
        public String dueSuccesses() {
            return window() + " " + question.grades() + " due";
        }

        private int window() {
            return question.at().target();
        }
    }
}
