package org.hfsregistry.faults.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FaultsCommandTest {

    @Test
    void help_is_no_failure() {
        assertThat(FaultsCommand.execute("--help")).isZero();
    }

    @Test
    void what_makes_no_sense_is_not_understood() {
        assertThat(FaultsCommand.execute("--kills", "0")).isEqualTo(2);
        assertThat(FaultsCommand.execute("--kill", "1")).isEqualTo(2);
    }
}
