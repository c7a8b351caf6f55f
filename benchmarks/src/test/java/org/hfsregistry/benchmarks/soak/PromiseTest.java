package org.hfsregistry.benchmarks.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What ten minutes say of each promise. */
class PromiseTest {

    private static final int MINUTES = 10;
    private static final long MB = 1024 * 1024;

    private static Minute calm(int number) {
        return new Minute(
                number,
                60_000 * number,
                0,
                200,
                900,
                new Board.Lag(50, 0.2),
                List.of(
                        new Minute.Memory("intake-service", 60 * MB, 600 * MB),
                        new Minute.Memory("analytics-service", 60 * MB + 120L * 60_000 * number, 600 * MB)));
    }

    private static List<Minute> minutes(int first, UnaryOperator<Minute> other) {
        List<Minute> minutes = new ArrayList<>();
        IntStream.rangeClosed(1, MINUTES)
                .mapToObj(PromiseTest::calm)
                .map(minute -> minute.number() < first ? minute : other.apply(minute))
                .forEach(minutes::add);
        return minutes;
    }

    private static List<String> broken(List<Minute> minutes) {
        return Promise.of(minutes).stream()
                .filter(promise -> !promise.kept())
                .map(Promise::what)
                .toList();
    }

    private static Minute with(Minute minute, long errors, double p99, double oldest, long heap, long resident) {
        return new Minute(
                minute.number(),
                minute.treatments(),
                errors,
                p99,
                p99,
                new Board.Lag(0, oldest),
                minute.memory().stream()
                        .map(each -> new Minute.Memory(each.service(), each.heap() + heap, each.resident() + resident))
                        .toList());
    }

    @Test
    void calm_minutes_keep_all_promises_though_columns_grow_with_new_treatments() {
        assertThat(broken(minutes(MINUTES + 1, minute -> minute))).isEmpty();
    }

    @Test
    void an_error_breaks_one_even_while_services_are_cold() {
        List<Minute> minutes = minutes(MINUTES + 1, minute -> minute);
        minutes.set(0, with(minutes.getFirst(), 1, 200, 0, 0, 0));
        assertThat(broken(minutes)).containsExactly("no error");
    }

    @Test
    void a_slow_minute_breaks_one_after_the_services_are_warm() {
        List<Minute> minutes = minutes(MINUTES + 1, minute -> minute);
        minutes.set(1, with(minutes.get(1), 0, 5000, 5, 0, 0));
        assertThat(broken(minutes)).isEmpty();
        minutes.set(5, with(minutes.get(5), 0, 1000, 0, 0, 0));
        assertThat(broken(minutes)).singleElement().asString().contains("from posting to a number");
        minutes.set(6, with(minutes.get(6), 0, 999, 1, 0, 0));
        assertThat(broken(minutes)).hasSize(2).last().asString().contains("waits for the registry");
    }

    @Test
    void heap_that_is_not_given_back_breaks_one_for_each_service() {
        assertThat(broken(minutes(9, minute -> with(minute, 0, 200, 0, 150 * MB, 0))))
                .containsExactly("heap of intake-service is flat", "heap of analytics-service is flat");
    }

    @Test
    void memory_beside_the_heap_that_is_not_given_back_breaks_one_for_each_service() {
        assertThat(broken(minutes(9, minute -> with(minute, 0, 200, 0, 0, 150 * MB))))
                .containsExactly("RSS of intake-service is flat", "RSS of analytics-service is flat");
    }
}
