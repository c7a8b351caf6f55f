package org.hfsregistry.analytics.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.hfsregistry.analytics.disclosure.Audience;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The short run of docs/disclosure.md; {@link AttackRun} is the long one. */
class AttackTest {
    private static final int RESEARCHERS = 5;
    private static final int EVERYBODYS = 11;

    @ParameterizedTest
    @ValueSource(longs = {7})
    void who_asks_all_that_everybody_may_ask_finds_out_no_count_of_few(long seed) {
        Findings found = new Attack(SmallNetworks.of(seed)).by(EVERYBODYS, List.of(Attack.everybody(EVERYBODYS)));

        assertThat(found.few()).isPositive();
        assertThat(found.recovered()).as("network " + seed).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {8})
    void who_asks_as_a_researcher_and_as_everybody_finds_out_no_count_of_few(long seed) {
        Findings found = new Attack(SmallNetworks.of(seed))
                .by(RESEARCHERS, List.of(Attack.everybody(EVERYBODYS), Attack.everybody(RESEARCHERS)));

        assertThat(found.recovered()).as("network " + seed).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1})
    void a_hospital_that_knows_itself_finds_out_no_count_of_few_in_the_others(long seed) {
        Findings found =
                new Attack(SmallNetworks.of(seed)).by(EVERYBODYS, List.of(new Audience(EVERYBODYS, Optional.of("h0"))));

        assertThat(found.recovered()).as("network " + seed).isEmpty();
    }

    @Test
    void with_suppression_turned_off_the_same_attacker_finds_out_all_of_them() {
        Findings found = new Attack(SmallNetworks.of(1)).by(EVERYBODYS, List.of(Attack.everybody(0)));

        assertThat(found.few()).isPositive();
        assertThat(found.recovered()).hasSize(found.few());
    }

    @Test
    void where_each_count_is_hidden_by_itself_and_none_for_another_much_is_found_out() {
        Attack attack = new Attack(SmallNetworks.of(1)).hidingOneByOne();

        assertThat(attack.by(EVERYBODYS, List.of(Attack.everybody(EVERYBODYS))).recovered())
                .isNotEmpty();
    }
}
