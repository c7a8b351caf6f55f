package org.hfsregistry.analytics.casemix;

import java.util.ArrayList;
import java.util.List;
import org.hfsregistry.analytics.disclosure.Figure;
import org.hfsregistry.analytics.inference.Cells;
import org.hfsregistry.analytics.inference.Tally;
import org.hfsregistry.contract.outcome.TreatmentKind;

/**
 * Which figures are told of the patients of one treatment, decided on after all else that is told of these treatments.
 *
 * <p>How many treatments there are is known from elsewhere, so that the number of patients tells how many were treated again:
 * it is shown only where these are none or many.
 *
 * @param size the name of the figure that is the number of treatments
 */
record MixFigures(TreatmentKind kind, String size) {
    private static final Cells PATIENTS = Cells.of(0);
    private static final Cells TREATMENTS = Cells.of(0, 1);
    private static final Cells WITH = Cells.of(0);
    private static final Cells WITH_AND_WITHOUT = Cells.of(0, 1);

    /** How many patients there are. */
    String patients() {
        return kind.code() + " patients";
    }

    /** How many have a value. */
    String having(Axis axis, int value) {
        return kind.code() + " " + axis.field() + " " + axis.codes().get(value);
    }

    /** The figures in their order. */
    List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.size(size, 0, TREATMENTS));
        figures.add(new Figure(patients(), 0, List.of(PATIENTS, TREATMENTS), List.of(size), true));
        int partition = 1;
        for (Axis axis : Axis.values()) {
            int values = axis.codes().size();
            Cells everybody = Cells.among(values, value -> true);
            for (int value = 0; value < values; value++) {
                figures.add(
                        axis.many()
                                ? Figure.of(
                                        having(axis, value), partition++, List.of(WITH, WITH_AND_WITHOUT), patients())
                                : Figure.of(
                                        having(axis, value),
                                        partition,
                                        List.of(Cells.of(value), everybody),
                                        patients()));
            }
            partition += axis.many() ? 0 : 1;
        }
        return List.copyOf(figures);
    }

    /** Patients counted into cells. */
    static Tally tally(Mix mix) {
        List<int[]> partitions = new ArrayList<>();
        partitions.add(new int[] {mix.patients(), mix.further()});
        for (Axis axis : Axis.values()) {
            int[] byValue = mix.by(axis);
            if (axis.many()) {
                for (int with : byValue) {
                    partitions.add(new int[] {with, mix.patients() - with});
                }
            } else {
                partitions.add(byValue);
            }
        }
        return Tally.of(partitions);
    }

    /** How many patients there are. */
    static int patients(Tally people) {
        return people.count(0, PATIENTS);
    }

    /** How many have each value, in the order of the values. */
    static List<Integer> having(Tally people, Axis wanted) {
        int partition = 1;
        for (Axis axis : Axis.values()) {
            int values = axis.codes().size();
            if (axis == wanted) {
                List<Integer> having = new ArrayList<>();
                for (int value = 0; value < values; value++) {
                    having.add(
                            axis.many()
                                    ? people.count(partition + value, WITH)
                                    : people.count(partition, Cells.of(value)));
                }
                return having;
            }
            partition += axis.many() ? values : 1;
        }
        throw new IllegalArgumentException(wanted.field());
    }
}
