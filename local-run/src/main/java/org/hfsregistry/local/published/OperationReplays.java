package org.hfsregistry.local.published;

import static org.hfsregistry.contract.clinical.SpasmGrade.E0;
import static org.hfsregistry.contract.clinical.SpasmGrade.E1;
import static org.hfsregistry.contract.clinical.SpasmGrade.E2;
import static org.hfsregistry.contract.clinical.SpasmGrade.E3;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hfsregistry.contract.clinical.Complication;
import org.hfsregistry.contract.clinical.ComplicationGrade;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.sample.Evenly;
import org.hfsregistry.sample.Row;
import tools.jackson.databind.JsonNode;

/** The series of operations, each by the rule that stands with it in the file. */
final class OperationReplays {

    private static final int YEAR = 365;
    private static final int WEEK = 7;

    private OperationReplays() {}

    static List<Row> baldauf(PublishedSeries series) {
        return earlyAndLate(series, 1, baldaufGrades(series, "/immediate"), baldaufGrades(series, "/mvd"), false);
    }

    static List<Row> repeat(PublishedSeries series) {
        int all = series.count("/mvd/operations");
        int freeEarly = series.count("/mvd/freeAtDischarge");
        int freeLate = series.count("/mvd/freeLate");
        int partial = series.count("/mvd/partialLate");
        List<SpasmGrade> early = grades(freeEarly, 0, all - freeEarly, 0);
        List<SpasmGrade> late = grades(freeLate, partial, series.count("/mvd/assessedLate") - freeLate - partial, 0);
        return earlyAndLate(series, WEEK, early, late, true);
    }

    static List<Row> kondo(PublishedSeries series) {
        int all = series.count("/mvd/operations");
        int t0 = series.count("/mvd/T0");
        int t1 = t0 + series.count("/mvd/T1");
        int t2 = t1 + series.count("/mvd/T2");
        return rows(series, all, (rank, operation) -> {
            if (rank < t0) {
                return graded(operation, E0, ComplicationGrade.C0);
            }
            if (rank < t1) {
                return rank % 2 == 0
                        ? graded(operation, E0, ComplicationGrade.C1)
                        : graded(operation, E1, ComplicationGrade.C0);
            }
            return graded(operation, rank < t2 ? E1 : E2, ComplicationGrade.C1);
        });
    }

    static List<Row> delayed(PublishedSeries series) {
        int early = series.count("/mvd/freeInFirstWeek");
        int free = early + series.count("/mvd/freeLater");
        int recurred = series.count("/mvd/recurredAmongFree");
        return rows(series, series.count("/mvd/operations"), (rank, operation) -> {
            List<Row> rows = new ArrayList<>();
            rows.add(operation.assessed(WEEK, rank < early ? E0 : E2));
            if (rank >= early && rank < free) {
                rows.add(operation.assessed(2 * WEEK + WEEK * (rank - early), E0));
            }
            boolean recurs = rank < free && Evenly.chosen(rank, recurred, free);
            if (recurs) {
                rows.add(operation.recurred(300));
            }
            rows.add(operation.assessed(YEAR, rank < free && !recurs ? E0 : E2));
            return rows;
        });
    }

    static List<Row> timing(PublishedSeries series) {
        JsonNode firstFree = series.facts().at("/replay/firstFreeOnDay");
        List<Integer> days = firstFree.propertyNames().stream()
                .flatMap(name ->
                        Collections.nCopies(
                                series.count("/relief/" + name),
                                firstFree.get(name).asInt())
                                .stream())
                .toList();
        return rows(series, series.count("/relief/n"), (rank, operation) -> {
            int day = days.get(rank);
            List<Row> rows = new ArrayList<>(List.of(operation.assessed(1, E2), operation.assessed(day, E0)));
            if (day != YEAR) {
                rows.add(operation.assessed(YEAR, day < YEAR ? E0 : E1));
            }
            return rows;
        });
    }

    static List<Row> auger(PublishedSeries series) {
        int all = series.count("/mvd/operations");
        int resolved = series.count("/mvd/resolved");
        Row deafness = Row.nested("kind", Complication.Kind.DEAFNESS).with("course", Complication.Course.PERMANENT);
        return rows(series, all, (rank, operation) -> {
            List<Row> rows = new ArrayList<>();
            Row assessed = operation.assessed(YEAR, rank < resolved ? E0 : E2);
            boolean deaf = Evenly.chosen(rank, series.count("/mvd/deaf"), all);
            rows.add(deaf ? assessed.with("complications", List.of(deafness)) : assessed);
            if (rank < resolved && Evenly.chosen(rank, series.count("/mvd/recurredAmongResolved"), resolved)) {
                rows.add(operation.recurred(2 * YEAR));
            }
            return rows;
        });
    }

    private static List<Row> earlyAndLate(
            PublishedSeries series, int earlyDay, List<SpasmGrade> early, List<SpasmGrade> late, boolean repeated) {
        int all = early.size();
        return rows(series, all, (rank, operation) -> {
            List<Row> rows = new ArrayList<>(List.of(operation.assessed(earlyDay, early.get(rank))));
            if (Evenly.chosen(rank, late.size(), all)) {
                rows.add(operation.assessed(YEAR, late.get(Evenly.chosenBefore(rank, late.size(), all))));
            }
            if (repeated) {
                rows.forEach(row -> row.with("operation", Row.nested("repeatOperation", true)));
            }
            return rows;
        });
    }

    private static List<Row> rows(PublishedSeries series, int all, Course course) {
        return IntStream.range(0, all)
                .boxed()
                .flatMap(rank -> course.of(rank, Operation.ofRank(rank, all, series)).stream())
                .toList();
    }

    private static List<Row> graded(Operation operation, SpasmGrade spasm, ComplicationGrade complication) {
        return List.of(operation.assessed(YEAR, spasm).with("complicationGrade", complication));
    }

    private static List<SpasmGrade> baldaufGrades(PublishedSeries series, String when) {
        return grades(
                series.count(when + "/spasmFree"),
                series.count(when + "/atLeast90PercentLess"),
                series.count(when + "/atLeast50PercentLess"),
                series.count(when + "/unchanged"));
    }

    private static List<SpasmGrade> grades(int e0, int e1, int e2, int e3) {
        return Stream.of(
                        Collections.nCopies(e0, E0),
                        Collections.nCopies(e1, E1),
                        Collections.nCopies(e2, E2),
                        Collections.nCopies(e3, E3))
                .flatMap(List::stream)
                .toList();
    }

    /** What became of an operation, by its rank in the list of courses. */
    private interface Course {
        List<Row> of(int rank, Operation operation);
    }
}
