package org.hfsregistry.local.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.hfsregistry.local.run.Patience.Sight;
import org.junit.jupiter.api.Test;

class PatienceTest {

    private final AtomicInteger looks = new AtomicInteger();

    @Test
    void what_moves_is_waited_for_however_long_it_takes() throws InterruptedException {
        new Patience(Duration.ofMillis(250), () -> {}, told -> {}).await(() -> {
            int look = looks.incrementAndGet();
            return new Sight(look == 10, look, "the tenth look");
        });

        assertThat(looks).hasValue(10);
    }

    @Test
    void what_does_not_move_for_too_long_is_given_up() {
        assertThatThrownBy(() -> new Patience(Duration.ofMillis(250), () -> {}, told -> {})
                        .await(() -> new Sight(false, "still", "two outcomes are not registered")))
                .isInstanceOf(CannotBeDone.class)
                .hasMessageContaining("nothing moves: two outcomes are not registered");
    }

    @Test
    void whoever_is_gone_is_not_waited_for() {
        CannotBeDone gone = new CannotBeDone("The registry service ended", "Look at its log.");

        assertThatThrownBy(() -> new Patience(
                                Duration.ofHours(1),
                                () -> {
                                    throw gone;
                                },
                                told -> {})
                        .await(() -> new Sight(false, "still", "")))
                .isSameAs(gone);
    }
}
