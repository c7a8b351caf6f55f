package org.hfsregistry.registry.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenDownTest {

    private static final String SEAL = "3 17 " + "0f".repeat(32);

    @Test
    void seals_and_what_was_lost_are_read_and_notes_are_not() {
        WrittenDown read = WrittenDown.read("# of March\n\n " + SEAL + " \nlost 3 1200 1349\n");

        assertThat(read.heads()).extracting(Head::toString).containsExactly(SEAL);
        assertThat(read.lost()).containsExactly(new Gap(3, 1200, 1349));
        assertThat(read.lost()).extracting(Gap::toString).containsExactly("lost 3 1200 1349");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3 17 0f", "lost 3 1200", "lost 3 1200 x", "lost", "found 3 1 2"})
    void anything_else_is_refused(String line) {
        assertThatIllegalArgumentException().isThrownBy(() -> WrittenDown.read(line));
    }
}
