package org.hfsregistry.analytics.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class InferenceTest {

    @Test
    void a_sum_that_no_number_holds_is_no_sum() {
        Tally many = Tally.of(List.of(new int[] {Integer.MAX_VALUE, 1}));

        assertThatThrownBy(() -> many.plus(many)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> many.size(0)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> many.count(0, Cells.of(0, 1))).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void a_count_whose_complement_is_small_is_not_safe_beside_its_whole() {
        assertThat(safe(new int[] {9, 1}, List.of(Cells.of(0, 1)), 5)).isTrue();
        assertThat(safe(new int[] {9, 1}, List.of(Cells.of(0, 1), Cells.of(0)), 5))
                .isFalse();
        assertThat(safe(new int[] {9, 0}, List.of(Cells.of(0, 1), Cells.of(0)), 5))
                .isTrue();
        assertThat(safe(new int[] {9, 5}, List.of(Cells.of(0, 1), Cells.of(0)), 5))
                .isTrue();
    }

    @Test
    void a_small_count_that_only_follows_from_several_together_is_found() {
        int[] cells = {20, 20, 20, 3};

        assertThat(safe(cells, List.of(Cells.of(0, 1, 2, 3), Cells.of(0, 1)), 5))
                .isTrue();
        assertThat(safe(cells, List.of(Cells.of(0, 1, 2, 3), Cells.of(0, 1), Cells.of(1, 2)), 5))
                .isTrue();
        assertThat(safe(cells, List.of(Cells.of(0, 1, 2, 3), Cells.of(0, 1), Cells.of(2)), 5))
                .as("all less the first two less the third is the last")
                .isFalse();
    }

    @Test
    void a_small_count_that_takes_halving_is_found() {
        assertThat(safe(new int[] {3, 9, 9}, List.of(Cells.of(0, 1), Cells.of(0, 2), Cells.of(1, 2)), 5))
                .as("(a + b) + (a + c) - (b + c) is twice a")
                .isFalse();
    }

    @Test
    void small_cells_that_are_never_told_apart_are_safe() {
        assertThat(safe(new int[] {2, 2, 2}, List.of(Cells.of(0, 1, 2)), 5)).isTrue();
        assertThat(safe(new int[] {2, 2, 2}, List.of(Cells.of(0, 1)), 5)).isFalse();
    }

    private static boolean safe(int[] people, List<Cells> known, int k) {
        return new Inference(people.length, known, k, new Latest<>(1)).safe(people);
    }
}
