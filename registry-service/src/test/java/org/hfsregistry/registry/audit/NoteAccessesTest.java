package org.hfsregistry.registry.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Accesses are noted once each, in their order, whatever the store does. */
class NoteAccessesTest {

    private static final Instant NOON = Instant.parse("2024-02-01T12:00:00Z");

    private final LogInMemory log = new LogInMemory();
    private final NoteAccesses noteAccesses = new NoteAccesses(log);

    @Test
    void what_waits_is_written_many_at_once_and_then_nothing_waits() throws InterruptedException {
        IntStream.range(0, 2_500).forEach(this::note);

        while (noteAccesses.writeSome(Duration.ZERO)) {
            assertThat(log.accesses).isNotEmpty();
        }

        assertThat(log.bulks).isEqualTo(3);
        assertThat(log.accesses)
                .hasSize(2_500)
                .extracting(Access::id)
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(log.accesses).extracting(Access::records).startsWith(0L, 1L, 2L);
    }

    @Test
    void what_could_not_be_written_is_written_the_next_time() throws InterruptedException {
        note(1);
        log.away = true;
        assertThatIllegalStateException().isThrownBy(() -> noteAccesses.writeSome(Duration.ZERO));
        note(2);
        log.away = false;

        assertThat(noteAccesses.writeSome(Duration.ZERO)).isTrue();
        assertThat(noteAccesses.writeSome(Duration.ZERO)).isTrue();
        assertThat(noteAccesses.writeSome(Duration.ZERO)).isFalse();
        assertThat(log.accesses).extracting(Access::records).containsExactly(1L, 2L);
    }

    @Test
    void old_ones_are_forgotten_some_at_a_time() throws InterruptedException {
        IntStream.range(0, 2_500).forEach(this::note);
        while (noteAccesses.writeSome(Duration.ZERO)) {
            assertThat(log.accesses).isNotEmpty();
        }
        ForgetAccesses forgetAccesses = new ForgetAccesses(log);
        log.bulks = 0;

        assertThat(forgetAccesses.before(NOON)).isZero();
        assertThat(log.accesses).hasSize(2_500);
        assertThat(forgetAccesses.before(NOON.plusSeconds(1))).isEqualTo(2_500);
        assertThat(log.accesses).isEmpty();
        assertThat(log.bulks).isEqualTo(4);
    }

    @Test
    void who_is_told_to_stop_forgets_no_more_than_some() throws InterruptedException {
        IntStream.range(0, 2_500).forEach(this::note);
        while (noteAccesses.writeSome(Duration.ZERO)) {
            assertThat(log.accesses).isNotEmpty();
        }
        ForgetAccesses forgetAccesses = new ForgetAccesses(log);

        forgetAccesses.stop();

        assertThat(forgetAccesses.before(NOON.plusSeconds(1))).isEqualTo(1_000);
    }

    private void note(int records) {
        noteAccesses.note(
                NOON,
                "client",
                Optional.of("h-01"),
                Optional.of("h-01"),
                "GET /v1/treatments",
                records,
                Access.Result.ANSWERED);
    }

    private static final class LogInMemory implements AccessLog {
        private final List<Access> accesses = new ArrayList<>();
        private int bulks;
        private boolean away;

        @Override
        public void add(List<Access> some) {
            if (away) {
                throw new IllegalStateException("away");
            }
            bulks++;
            accesses.addAll(some);
        }

        @Override
        public List<Access> find(Selection selection) {
            throw new UnsupportedOperationException("nobody looks");
        }

        @Override
        public int forget(Instant before, int most) {
            List<Access> old = accesses.stream()
                    .filter(access -> access.at().isBefore(before))
                    .limit(most)
                    .toList();
            accesses.removeAll(old);
            bulks++;
            return old.size();
        }
    }
}
