package org.hfsregistry.registry.registration.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hfsregistry.contract.fixture.Examples.NOON;

import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.hfsregistry.contract.fixture.Examples;
import org.hfsregistry.contract.registered.Position;
import org.hfsregistry.registry.arrival.Arrival;
import org.hfsregistry.registry.arrival.Verdict;
import org.hfsregistry.registry.history.Decision;
import org.junit.jupiter.api.Test;

class BatchAccountTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final BatchAccount account = new BatchAccount(meters);

    @Test
    void a_time_of_submission_that_can_not_be_is_counted_and_breaks_nothing() {
        account.of(() -> List.of(
                decided(Instant.parse("9999-12-31T23:59:59Z")),
                decided(Instant.parse("1000-01-01T00:00:00Z")),
                decided(NOON.minusSeconds(2))));

        Timer delay = meters.get("hfs.registry.delay").timer();
        assertThat(delay.count()).isEqualTo(3);
        assertThat(delay.totalTime(TimeUnit.SECONDS))
                .isEqualTo(Duration.ofDays(365).toSeconds() + 2.0);
        assertThat(meters.get("hfs.registry.arrivals")
                        .tag("verdict", "registered")
                        .counter()
                        .count())
                .isEqualTo(3);
    }

    private static Decision decided(Instant submittedAt) {
        Arrival arrival = new Arrival.OfOutcome(new Position(0, 1), submittedAt, "client", Examples.mvdOutcome());
        return new Decision(arrival, new Verdict.Registered(Optional.empty()), NOON);
    }
}
