package org.hfsregistry.analytics.making;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TurnsTest {
    private static final int PLACES = 2 * Runtime.getRuntime().availableProcessors();

    private final Turns turns = new Turns();

    @Test
    void a_few_make_at_a_time_and_all_come_to_their_turn() throws Exception {
        AtomicInteger making = new AtomicInteger();
        CountDownLatch full = new CountDownLatch(PLACES);
        try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> made = IntStream.range(0, 20 * PLACES)
                    .mapToObj(each -> many.submit(() -> turns.taken(() -> {
                        int now = making.incrementAndGet();
                        full.countDown();
                        await(full);
                        making.decrementAndGet();
                        return now;
                    })))
                    .toList();
            for (Future<Integer> each : made) {
                assertThat(each.get()).isBetween(1, PLACES);
            }
        }
        assertThat(making).hasValue(0);
    }

    @Test
    void who_fails_leaves_its_place() {
        for (int each = 0; each <= PLACES; each++) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> turns.taken(() -> {
                        throw new IllegalStateException();
                    }));
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
