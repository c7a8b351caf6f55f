package org.hfsregistry.registry.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.hfsregistry.contract.registered.Position;
import org.junit.jupiter.api.Test;

class CensusTest {

    private static final int HOSPITALS = 9;
    private static final int ENTRIES = 90_000;
    private static final Set<Integer> PARTITIONS = Set.of(3, 4);

    private final Interleaved journal = new Interleaved();
    private final Census census = new Census(journal);

    @Test
    void a_history_of_many_groups_is_read_once() {
        PARTITIONS.forEach(partition -> census.walk(partition, ENTRIES));
        Set<Position> read = new HashSet<>();
        for (Set<String> group : census.groups()) {
            DecisionsInOrder decisions = new DecisionsInOrder();
            census.partitions(group)
                    .forEach(partition ->
                            decisions.add(journal, group, partition, census.offsets(group, partition, ENTRIES)));
            decisions.forEachRemaining(recorded -> {
                assertThat(group).contains(hospital(recorded.position().offset()));
                assertThat(read.add(recorded.position())).isTrue();
            });
        }

        assertThat(census.groups()).hasSize(HOSPITALS);
        assertThat(read).hasSize(PARTITIONS.size() * ENTRIES);
        assertThat(journal.asked).hasSize(PARTITIONS.size() * ENTRIES);
        assertThat(journal.walked).isEqualTo((long) PARTITIONS.size() * ENTRIES);
    }

    @Test
    void it_goes_on_from_where_it_was_and_forgets_nothing() {
        census.walk(3, 10);
        census.walk(3, 5);
        census.walk(3, 1_000_000);

        assertThat(journal.walked).isEqualTo(1_000_000);
        assertThat(census.offsets(Set.of("h-0", "h-1"), 3, 30)).containsExactly(0L, 1L, 9L, 10L, 18L, 19L, 27L, 28L);
        assertThat(census.offsets(Set.of("h-0"), 4, 30)).isEmpty();
        assertThat(census.partitions(Set.of("h-0"))).containsExactly(3);
    }

    @Test
    void hospitals_without_history_are_in_a_group_too() {
        census.walk(3, 10);
        census.known(List.of("h-0", "h-documents"));

        assertThat(census.groups())
                .hasSize(1)
                .first()
                .satisfies(group -> assertThat(group).contains("h-0", "h-8", "h-documents"));
    }

    @Test
    void offsets_are_kept_in_a_byte_or_two_as_they_are() {
        long[] all = {0, 1, 128, 129, 16_512, 1L << 40, Long.MAX_VALUE - 1};
        Census.Offsets offsets = new Census.Offsets();
        LongStream.of(all).forEach(offsets::add);

        List<Long> found = new ArrayList<>();
        offsets.below(Long.MAX_VALUE, found::add);
        assertThat(found).containsExactly(LongStream.of(all).boxed().toArray(Long[]::new));
        found.clear();
        offsets.below(129, found::add);
        assertThat(found).containsExactly(0L, 1L, 128L);
        assertThat(offsets.size()).isEqualTo(all.length);
        assertThatThrownBy(() -> offsets.add(5)).isInstanceOf(IllegalArgumentException.class);
    }

    private static String hospital(long offset) {
        return "h-" + offset % HOSPITALS;
    }

    /** Of hospitals by turns; it counts what is asked for. */
    private static final class Interleaved implements Journal {

        private final List<Position> asked = new ArrayList<>();
        private long walked;

        @Override
        public List<Owned> owned(int partition, long from, long to) {
            walked += to - from;
            return LongStream.range(from, to)
                    .mapToObj(offset -> new Owned(offset, hospital(offset)))
                    .toList();
        }

        @Override
        public List<Recorded> outcomes(Set<String> hospitalIds, List<Position> positions) {
            asked.addAll(positions);
            return positions.stream()
                    .map(position -> new Recorded(position, Optional.empty()))
                    .toList();
        }

        @Override
        public List<Fingerprint> fingerprints(int partition, long from, long to) {
            throw new UnsupportedOperationException("nobody proves them");
        }

        @Override
        public Stream<Key> keys() {
            throw new UnsupportedOperationException("offsets are asked for");
        }

        @Override
        public Optional<Decision> at(Position position) {
            throw new UnsupportedOperationException("many are asked for");
        }
    }
}
