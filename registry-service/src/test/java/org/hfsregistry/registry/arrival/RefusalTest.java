package org.hfsregistry.registry.arrival;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a hospital is told to do. */
class RefusalTest {

    @Test
    void a_conflict_names_the_revision_that_would_be_a_correction() {
        assertThat(Refusal.conflict("o-1", 4).remedy()).contains("submit it with revision 5;");
    }

    @Test
    void a_conflict_of_the_highest_revision_names_none() {
        assertThat(Refusal.conflict("o-1", Integer.MAX_VALUE).remedy())
                .doesNotContainPattern("[0-9]")
                .contains("retract", "another outcomeId");
    }
}
