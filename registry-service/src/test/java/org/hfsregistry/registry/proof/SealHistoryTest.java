package org.hfsregistry.registry.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.hfsregistry.registry.receipt.Followed;
import org.hfsregistry.registry.receipt.FollowedLog;

/** Seals make one chain without a hole, whoever adds them and whatever ends a process. */
class SealHistoryTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2025-03-01T00:00:00Z"), ZoneOffset.UTC);

    private final HistoryInMemory history = new HistoryInMemory();
    private final SealHistory first = process(CLOCK);
    private final SealHistory second = process(Clock.offset(CLOCK, Duration.ofSeconds(3)));

    @Example
    void what_was_noted_is_sealed_once() {
        history.grow(10);
        history.entries.put(10L, 10); // decided and not noted yet

        assertThat(sealed(first)).singleElement().satisfies(seal -> {
            assertThat(seal.number()).isEqualTo(1);
            assertThat(seal.to()).isEqualTo(10);
            assertThat(seal.entries()).hasSize(10);
        });
        assertThat(sealed(first)).isEmpty();
        assertThat(sealed(second)).isEmpty();
        assertOneChain();
    }

    @Example
    void a_long_stretch_makes_several_seals_and_an_empty_one_makes_none_of_its_own() {
        history.skip(1_000_500);
        history.grow(2_500);

        assertThat(sealed(first)).hasSizeBetween(2, 3);
        assertOneChain();
    }

    @Property
    void two_processes_at_once_leave_one_chain(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 0, max = 1500) Integer> growths,
            @ForAll @IntRange(min = 0, max = 3) int race) {
        history.seals.clear();
        history.entries.clear();
        history.noted = 0;
        SealHistory one = process(CLOCK);
        SealHistory other = process(Clock.offset(CLOCK, Duration.ofSeconds(3)));
        List<Seal> addedByOther = new ArrayList<>();
        for (int growth : growths) {
            history.grow(growth);
            int[] steps = {race};
            history.beforeAdding = () -> {
                if (steps[0]-- == 0) {
                    history.grow(growth / 2);
                    other.seal(addedByOther::add);
                }
            };
            one.seal(_ -> {});
            history.beforeAdding = () -> {};
        }
        one.seal(_ -> {});

        assertOneChain();
        assertThat(history.seals.values()).containsAll(addedByOther);
    }

    @Example
    void a_process_that_died_while_sealing_is_followed_by_another() {
        history.grow(3_000);
        int[] steps = {1};
        history.beforeAdding = () -> {
            if (steps[0]-- == 0) {
                throw new IllegalStateException("killed");
            }
        };
        assertThatThrownBy(() -> sealed(first)).hasMessage("killed");
        history.beforeAdding = () -> {};
        assertThat(history.seals).hasSize(1);

        sealed(second);
        assertOneChain();
        history.grow(5);
        sealed(first);
        assertOneChain();
    }

    @Example
    void nothing_is_sealed_after_a_seal_that_can_not_be_read() {
        history.grow(3);
        SealHistory blind = new SealHistory(history.journal(), new UnreadableSeals(), history.followedLog(), CLOCK);

        assertThatIllegalStateException().isThrownBy(() -> sealed(blind)).withMessageContaining("can't be read");
    }

    @Example
    void a_partition_that_can_not_be_sealed_keeps_no_other_from_being_sealed() {
        int broken = HistoryInMemory.PARTITION - 1;
        history.grow(3);
        FollowedLog both = new FollowedLog() {
            @Override
            public Map<Integer, Followed> of(Set<Integer> partitions) {
                return all();
            }

            @Override
            public Map<Integer, Followed> all() {
                Followed followed = new Followed(history.noted, List.of());
                return Map.of(broken, followed, HistoryInMemory.PARTITION, followed);
            }
        };
        List<Seal> added = new ArrayList<>();
        SealHistory process =
                new SealHistory(history.journal(), new UnreadableIn(broken, history.store()), both, CLOCK);

        assertThatIllegalStateException()
                .isThrownBy(() -> process.seal(added::add))
                .withMessageContaining("the seal after " + broken + " 0");

        assertThat(added)
                .singleElement()
                .satisfies(seal -> assertThat(seal.partition()).isEqualTo(HistoryInMemory.PARTITION));
        assertOneChain();
    }

    private static List<Seal> sealed(SealHistory process) {
        List<Seal> added = new ArrayList<>();
        process.seal(added::add);
        return added;
    }

    private SealHistory process(Clock clock) {
        return new SealHistory(history.journal(), history.store(), history.followedLog(), clock);
    }

    private void assertOneChain() {
        String previous = Seal.NOTHING;
        long to = 0;
        long number = 1;
        for (Seal seal : history.seals.values()) {
            assertThat(seal.isIntact()).isTrue();
            assertThat(seal.number()).isEqualTo(number++);
            assertThat(seal.previous()).isEqualTo(previous);
            assertThat(seal.from()).isEqualTo(to);
            previous = seal.hash();
            to = seal.to();
        }
        assertThat(to).isEqualTo(history.noted);
        assertThat(history.seals.values().stream()
                        .mapToLong(seal -> seal.entries().size())
                        .sum())
                .isEqualTo(history.entries.keySet().stream()
                        .filter(offset -> offset < history.noted)
                        .count());
    }
}
