package org.hfsregistry.registry.quarantine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hfsregistry.contract.fixture.Examples.NOON;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.hfsregistry.contract.registered.QuarantineCounts;
import org.hfsregistry.registry.arrival.Refusal;
import org.junit.jupiter.api.Test;

/** What of a quarantine is counted, what that costs, and what of it is told. */
class CountQuarantineTest {

    private static final Instant LATER = NOON.plusSeconds(60);

    private final QuarantineInMemory quarantine = new QuarantineInMemory();
    private final CountQuarantine counting = quarantine.counting(Clock.fixed(NOON, ZoneOffset.UTC));

    @Test
    void the_open_ones_are_counted_by_reason_and_the_oldest_is_told() {
        quarantine.conflict("a", 1, LATER);
        quarantine.refuse("a", 2, Refusal.contradiction("side", "t", "o"), NOON);
        quarantine.conflict("a", 3, LATER);
        quarantine.conflict("b", 4, LATER);

        assertThat(counting.count())
                .containsExactly(
                        counts("a", Map.of("CONFLICT", 2, "CONTRADICTION", 1), 0, 0, Optional.of(NOON)),
                        counts("b", Map.of("CONFLICT", 1), 0, 0, Optional.of(LATER)));
    }

    @Test
    void what_is_registered_since_is_resolved_and_what_came_again_is_no_second_one_to_mend() {
        quarantine.conflict("a", 1, NOON);
        quarantine.conflict("a", 2, NOON);
        quarantine.mend("a", 2, 12);
        assertThat(counting.count()).containsExactly(counts("a", Map.of("CONFLICT", 1), 0, 1, Optional.of(NOON)));

        quarantine.mend("a", 1, 11);
        assertThat(counting.count()).containsExactly(counts("a", Map.of(), 0, 2, Optional.empty()));
    }

    @Test
    void what_is_settled_is_not_looked_at_again() {
        for (int offset = 1; offset <= 1_200; offset++) {
            quarantine.conflict("a", offset, NOON);
            if (offset % 100 != 0) {
                quarantine.mend("a", offset, 2_000 + offset);
            }
        }
        counting.count();
        assertThat(quarantine.lookedAt()).isEqualTo(1_200);

        assertThat(counting.count()).containsExactly(counts("a", Map.of("CONFLICT", 12), 0, 1_188, Optional.of(NOON)));
        assertThat(quarantine.lookedAt()).isEqualTo(12);

        quarantine.conflict("a", 1_500, LATER);
        assertThat(counting.count()).containsExactly(counts("a", Map.of("CONFLICT", 13), 0, 1_188, Optional.of(NOON)));
        assertThat(quarantine.lookedAt()).isEqualTo(13);
    }

    @Test
    void no_more_is_held_than_what_is_looked_at_and_what_was_looked_at_before_it() {
        for (int offset = 1; offset <= 6 * CountQuarantine.AT_ONCE; offset++) {
            quarantine.conflict("a", offset, NOON);
        }

        counting.count();
        assertThat(counting.count())
                .containsExactly(counts("a", Map.of("CONFLICT", 6 * CountQuarantine.AT_ONCE), 0, 0, Optional.of(NOON)));
        assertThat(quarantine.mostHeld()).isBetween(CountQuarantine.AT_ONCE, 2 * CountQuarantine.AT_ONCE);
    }

    @Test
    void one_that_is_written_after_later_ones_is_counted() {
        quarantine.conflict("a", 7, NOON);
        counting.count();

        quarantine.conflict("a", 3, NOON);
        assertThat(counting.count()).containsExactly(counts("a", Map.of("CONFLICT", 2), 0, 0, Optional.of(NOON)));
    }

    @Test
    void what_is_left_out_again_is_settled_no_more_for_who_knew_it_so_and_for_who_comes_new() {
        quarantine.conflict("a", 1, NOON);
        quarantine.conflict("a", 2, NOON);
        quarantine.mend("a", 1, 11);
        assertThat(counting.count()).containsExactly(counts("a", Map.of("CONFLICT", 1), 0, 1, Optional.of(NOON)));

        quarantine.leaveOut("a", 1, 11, 12);

        List<QuarantineCounts> now =
                List.of(counts("a", Map.of("CONFLICT", 1, "CONTRADICTION", 1), 1, 0, Optional.of(NOON)));
        assertThat(quarantine.counting(Clock.fixed(NOON, ZoneOffset.UTC)).count())
                .isEqualTo(now);
        assertThat(counting.count()).isEqualTo(now);
        quarantine.lookedAt();
        assertThat(counting.count()).isEqualTo(now);
        assertThat(quarantine.lookedAt()).isEqualTo(3);
    }

    @Test
    void all_is_told_at_first_then_what_changed_and_once_more_what_could_not_be_told() {
        List<List<String>> told = new ArrayList<>();
        AtomicBoolean away = new AtomicBoolean();
        TellQuarantine telling = new TellQuarantine(counting, counts -> {
            if (away.getAndSet(false)) {
                throw new IllegalStateException("away");
            }
            told.add(counts.stream().map(QuarantineCounts::hospitalId).toList());
        });
        quarantine.conflict("a", 1, NOON);
        quarantine.conflict("b", 2, NOON);

        telling.tell();
        telling.tell();
        quarantine.mend("b", 2, 12);
        away.set(true);
        assertThatThrownBy(telling::tell).hasMessage("away");
        assertThat(telling.tell()).hasSize(2);
        telling.tell();

        assertThat(told).containsExactly(List.of("a", "b"), List.of("b"));
    }

    private static QuarantineCounts counts(
            String hospitalId, Map<String, Integer> open, int resubmitted, int resolved, Optional<Instant> oldest) {
        return new QuarantineCounts(
                hospitalId,
                open.values().stream().mapToInt(count -> count).sum(),
                resubmitted,
                resolved,
                new TreeMap<>(open),
                oldest,
                NOON);
    }
}
