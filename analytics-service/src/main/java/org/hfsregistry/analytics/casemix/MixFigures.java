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
 * it is shown only where these are none or many. How many of them have a value is known too, by a filter of another statistic:
 * so the patients with a value are shown only as if it were.
 *
 * @param size the name of the figure that is the number of treatments
 */
record MixFigures(TreatmentKind kind, String size) {
    private static final Cells PATIENTS = Cells.of(0);
    private static final Cells TREATMENTS = Cells.of(0, 1);
    private static final Cells WITH = Cells.of(0);
    private static final List<Cells> WITH_AND_OTHERS =
            List.of(WITH, Cells.of(0, 1), Cells.of(0, 2), Cells.of(0, 1, 2, 3));

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
            for (int value = 0; value < values; value++) {
                int place = axis.many() ? partition + value : partition;
                figures.add(Figure.of(having(axis, value), place, known(axis, value), patients()));
            }
            partition += axis.many() ? values : 1;
        }
        return List.copyOf(figures);
    }

    /** Of the treatments: the patients with the value, all patients, what a filter by the value takes in, and all. */
    private static List<Cells> known(Axis axis, int value) {
        if (axis.many()) {
            return WITH_AND_OTHERS;
        }
        int values = axis.codes().size();
        return List.of(
                patientsWith(values, value),
                Cells.among(Mix.WAYS * values, cell -> cell < 2 * values),
                Cells.of(value, 2 * values + value),
                Cells.among(Mix.WAYS * values, cell -> true));
    }

    private static Cells patientsWith(int values, int value) {
        return Cells.of(value, values + value);
    }

    /** Patients, and treatments that stand for none, counted into cells. */
    static Tally tally(Mix mix) {
        List<int[]> partitions = new ArrayList<>();
        partitions.add(new int[] {mix.patients(), mix.further()});
        for (Axis axis : Axis.values()) {
            int[] byValue = mix.by(axis);
            if (axis.many()) {
                int values = axis.codes().size();
                for (int value = 0; value < values; value++) {
                    int with = byValue[value];
                    int further = byValue[2 * values + value];
                    partitions.add(new int[] {with, mix.patients() - with, further, mix.further() - further});
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
                                    : people.count(partition, patientsWith(values, value)));
                }
                return having;
            }
            partition += axis.many() ? values : 1;
        }
        throw new IllegalArgumentException(wanted.field());
    }
}
