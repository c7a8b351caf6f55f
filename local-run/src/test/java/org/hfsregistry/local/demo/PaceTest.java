package org.hfsregistry.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {

    @Test
    void the_first_comes_at_once_and_the_others_as_many_a_second_as_asked_for() {
        Pace pace = new Pace(20);
        assertThat(pace.due(Duration.ZERO)).isEqualTo(1);
        assertThat(pace.due(Duration.ofMillis(49))).isEqualTo(1);
        assertThat(pace.due(Duration.ofMillis(50))).isEqualTo(2);
        assertThat(pace.due(Duration.ofSeconds(10))).isEqualTo(201);
    }

    @Test
    void a_long_play_does_not_overflow() {
        assertThat(new Pace(10_000).due(Duration.ofDays(365))).isGreaterThan(Integer.MAX_VALUE);
    }
}
