package org.hfsregistry.analytics.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.hfsregistry.analytics.cohort.LogPositions;
import org.junit.jupiter.api.Test;

class NewestTest {
    private static final LogPositions BEFORE =
            LogPositions.NONE.treatmentsAt(0, 7).hospitalsAt(0, 2);
    private static final LogPositions AFTER = BEFORE.treatmentsAt(1, 1);

    private final Newest<String, String> newest = new Newest<>(2);

    @Test
    void a_result_is_computed_once_for_one_state_of_the_data() {
        newest.get(BEFORE, "a", () -> "first");

        assertThat(newest.get(BEFORE, "a", () -> "second")).isEqualTo("first");
    }

    @Test
    void nothing_of_older_data_is_held_when_the_data_has_moved_on() {
        newest.get(BEFORE, "a", () -> "before");
        newest.get(BEFORE, "b", () -> "before");

        assertThat(newest.get(AFTER, "a", () -> "after")).isEqualTo("after");
        assertThat(newest.held()).isEqualTo(1);
    }

    @Test
    void a_late_result_of_older_data_is_given_but_not_held() {
        assertThat(newest.get(BEFORE, "a", () -> {
                    newest.get(AFTER, "b", () -> "after");
                    return "before";
                }))
                .isEqualTo("before");

        assertThat(newest.held()).isEqualTo(1);
        assertThat(newest.get(AFTER, "a", () -> "after")).isEqualTo("after");
        assertThat(newest.get(BEFORE, "a", () -> "again")).isEqualTo("again");
    }

    @Test
    void the_result_that_was_asked_for_longest_ago_makes_room() {
        newest.get(BEFORE, "a", () -> "first");
        newest.get(BEFORE, "b", () -> "first");
        newest.get(BEFORE, "a", () -> "second");
        newest.get(BEFORE, "c", () -> "first");

        assertThat(newest.held()).isEqualTo(2);
        assertThat(newest.get(BEFORE, "a", () -> "second")).isEqualTo("first");
        assertThat(newest.get(BEFORE, "b", () -> "second")).isEqualTo("second");
    }
}
