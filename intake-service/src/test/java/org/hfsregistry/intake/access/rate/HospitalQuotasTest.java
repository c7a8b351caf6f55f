package org.hfsregistry.intake.access.rate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class HospitalQuotasTest {

    private final AtomicLong nanos = new AtomicLong();
    private final HospitalQuotas quotas = new HospitalQuotas(new Quota(10, Duration.ofSeconds(5)), time());

    @Test
    void a_quota_is_used_up_and_grows_back_evenly() {
        for (int left = 9; left >= 0; left--) {
            assertThat(quotas.take("h-1")).returns(true, Standing::granted).returns((long) left, Standing::left);
        }
        assertThat(quotas.take("h-1")).returns(false, Standing::granted).returns(5L, Standing::secondsToWhole);

        pass(Duration.ofMillis(499));
        assertThat(quotas.take("h-1").granted()).isFalse();
        pass(Duration.ofMillis(1));
        assertThat(quotas.take("h-1")).returns(true, Standing::granted).returns(0L, Standing::left);
        assertThat(quotas.take("h-1").granted()).isFalse();
        pass(Duration.ofSeconds(5));
        assertThat(quotas.take("h-1")).returns(true, Standing::granted).returns(9L, Standing::left);
    }

    @Test
    void who_waits_as_long_as_it_is_told_has_the_whole_quota() {
        Standing last = quotas.take("h-1");
        while (last.granted()) {
            pass(Duration.ofMillis(3));
            last = quotas.take("h-1");
        }
        pass(Duration.ofSeconds(last.secondsToWhole()));

        assertThat(quotas.take("h-1").left()).isEqualTo(9);
    }

    @Test
    void no_hospital_uses_anothers_quota() {
        while (quotas.take("h-1").granted()) {
            // until nothing is left
        }

        assertThat(quotas.take("h-2")).returns(true, Standing::granted).returns(9L, Standing::left);
    }

    @Test
    void no_more_than_the_quota_is_granted_whoever_comes_at_once() throws Exception {
        AtomicLong granted = new AtomicLong();
        try (ExecutorService clients = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 1000; i++) {
                clients.execute(() -> granted.addAndGet(quotas.take("h-1").granted() ? 1 : 0));
            }
        }
        assertThat(granted).hasValue(10);
    }

    @Test
    void hospitals_that_came_long_ago_are_forgotten_and_those_in_the_middle_are_not() {
        for (int i = 0; i < 1000; i++) {
            quotas.take("h-" + i);
        }
        assertThat(quotas.size()).isEqualTo(1000);
        pass(Duration.ofMillis(4900));
        while (quotas.take("busy").granted()) {
            // until nothing is left
        }
        pass(Duration.ofMillis(100));

        quotas.take("late");
        assertThat(quotas.size()).isEqualTo(2);
        assertThat(quotas.take("busy").left()).isZero();
    }

    @Test
    void the_fields_are_written_as_the_draft_has_them() {
        Standing standing = quotas.take("h-1");

        assertThat(standing.policy()).isEqualTo("\"hospital\";q=10;w=5");
        assertThat(standing.limit()).isEqualTo("\"hospital\";r=9;t=1");
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private TimeMeter time() {
        return new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return nanos.get();
            }

            @Override
            public boolean isWallClockBased() {
                return false;
            }
        };
    }
}
