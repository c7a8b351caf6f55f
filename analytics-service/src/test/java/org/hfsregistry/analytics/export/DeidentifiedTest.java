package org.hfsregistry.analytics.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeidentifiedTest {
    private static final int K = 5;
    private static final int COLUMNS = ExportColumns.all().size();
    private static final int HOSPITAL = ExportColumns.place("hospital");
    private static final int YEAR = ExportColumns.place("year");
    private static final int SEX = ExportColumns.place("sex");
    private static final int GRADE = ExportColumns.place("gradeAtYear");

    /** An operation, free of spasm after a year or not assessed, of a patient of its own. */
    private static short[] operation(int hospital, int year, int grade) {
        short[] row = new short[COLUMNS + 1];
        Arrays.fill(row, Column.BLANK);
        row[ExportColumns.place("treatment")] = 0;
        row[HOSPITAL] = (short) hospital;
        row[YEAR] = (short) year;
        row[GRADE] = (short) grade;
        row[COLUMNS] = 1;
        return row;
    }

    private static List<short[]> operations(int count, int hospital, int year, int grade) {
        List<short[]> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(operation(hospital, year, grade));
        }
        return rows;
    }

    @SafeVarargs
    private static List<short[]> all(List<short[]>... some) {
        List<short[]> rows = new ArrayList<>();
        for (List<short[]> each : some) {
            rows.addAll(each);
        }
        return rows;
    }

    private static Map<Short, Integer> byHospital(Deidentified told) {
        Map<Short, Integer> counts = new HashMap<>();
        told.rows().forEach(row -> counts.merge(row[HOSPITAL], 1, Integer::sum));
        return counts;
    }

    @Test
    void where_many_are_alike_nothing_is_blanked() {
        Deidentified told = Deidentified.of(all(operations(5, 0, 2020, 0), operations(5, 1, 2020, 0)), K);

        assertThat(told.blanked()).isEmpty();
        assertThat(byHospital(told)).isEqualTo(Map.of((short) 0, 5, (short) 1, 5));
    }

    @Test
    void a_hospital_of_few_is_told_with_the_smallest_other() {
        Deidentified told = Deidentified.of(
                all(operations(4, 0, 2020, 0), operations(9, 1, 2020, 0), operations(6, 2, 2020, 0)), K);

        assertThat(byHospital(told)).isEqualTo(Map.of((short) 1, 9, Column.BLANK, 10));
        assertThat(told.blanked()).isEqualTo(Map.of("hospital", 10));
    }

    @Test
    void hospitals_of_few_that_are_enough_together_take_no_other_with_them() {
        Deidentified told = Deidentified.of(
                all(operations(4, 0, 2020, 0), operations(3, 1, 2020, 0), operations(6, 2, 2020, 0)), K);

        assertThat(byHospital(told)).isEqualTo(Map.of((short) 2, 6, Column.BLANK, 7));
    }

    @Test
    void a_hospital_of_which_few_failed_is_not_named() {
        Deidentified told = Deidentified.of(
                all(
                        operations(30, 0, 2020, 0),
                        operations(2, 0, 2020, 2),
                        operations(10, 1, 2020, 0),
                        operations(8, 1, 2020, 3)),
                K);

        assertThat(byHospital(told)).isEqualTo(Map.of(Column.BLANK, 50));
    }

    @Test
    void a_year_is_blanked_in_the_hospital_where_it_is_of_few_and_in_no_other() {
        Deidentified told = Deidentified.of(
                all(
                        operations(10, 0, 2020, 0),
                        operations(3, 0, 2021, 0),
                        operations(3, 0, 2022, 0),
                        operations(7, 1, 2021, 0)),
                K);

        assertThat(told.blanked()).isEqualTo(Map.of("year", 6));
        assertThat(byHospital(told)).isEqualTo(Map.of((short) 0, 16, (short) 1, 7));
    }

    @Test
    void many_treatments_of_few_patients_are_few() {
        List<short[]> rows = operations(20, 0, 2020, 0);
        rows.subList(3, 20).forEach(row -> row[COLUMNS] = 0);

        assertThat(Deidentified.of(rows, K).leftOut()).containsExactly("mvd");
        assertThat(Deidentified.of(rows, K).rows()).isEmpty();
    }

    /** Whatever is registered: the groups that rows fall into by all their traits are each of many. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void no_few_can_be_told_apart_by_any_traits(long seed) {
        List<short[]> rows = random(new Random(seed));
        int all = rows.size();

        Deidentified told = Deidentified.of(rows, K);

        assertThat(told.rows()).hasSize(all);
        classes(told)
                .values()
                .forEach(alike -> assertThat(EnoughAlike.are(alike, K)).isTrue());
        assertThat(told.blanked()).isNotEmpty();
        assertThat(classes(told)).hasSizeGreaterThan(1);
    }

    @Test
    void the_order_of_rows_does_not_tell_in_which_they_came() {
        List<short[]> rows = random(new Random(42));
        List<short[]> others = new ArrayList<>(rows.stream().map(short[]::clone).toList());
        Collections.shuffle(others, new Random(43));

        assertThat(written(Deidentified.of(rows, K))).isEqualTo(written(Deidentified.of(others, K)));
    }

    private static List<String> written(Deidentified told) {
        return told.rows().stream()
                .map(row -> Arrays.toString(Arrays.copyOf(row, COLUMNS)))
                .toList();
    }

    private static List<short[]> random(Random random) {
        List<short[]> rows = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            int failing = random.nextInt(6);
            short[] row =
                    operation(random.nextInt(8) * random.nextInt(2), 2015 + random.nextInt(5), failing < 4 ? 0 : 2);
            row[SEX] = (short) (random.nextInt(3) - 1);
            row[COLUMNS] = (short) (random.nextInt(5) == 0 ? 0 : 1);
            rows.add(row);
        }
        return rows;
    }

    private static Map<List<Short>, List<short[]>> classes(Deidentified told) {
        Map<List<Short>, List<short[]>> classes = new HashMap<>();
        told.rows().forEach(row -> {
            List<Short> traits = new ArrayList<>();
            for (int column = 0; column < COLUMNS; column++) {
                if (ExportColumns.all().get(column).trait()) {
                    traits.add(row[column]);
                }
            }
            classes.computeIfAbsent(traits, first -> new ArrayList<>()).add(row);
        });
        return classes;
    }

    @Test
    void traits_come_before_what_came_of_a_treatment_and_names_are_of_one_column() {
        Set<String> names = new HashSet<>();
        boolean traitsAreOver = false;
        for (Column column : ExportColumns.all().subList(1, COLUMNS)) {
            assertThat(names.add(column.name())).isTrue();
            assertThat(column.trait() && traitsAreOver).as(column.name()).isFalse();
            traitsAreOver = !column.trait();
        }
    }
}
