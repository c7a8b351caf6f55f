package org.hfsregistry.registry.proof;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hfsregistry.contract.registered.Position;
import org.hfsregistry.registry.arrival.Arrival;
import org.hfsregistry.registry.arrival.ErasedPatient;
import org.hfsregistry.registry.arrival.PatientMark;
import org.hfsregistry.registry.arrival.Verdict;
import org.hfsregistry.registry.history.Decision;
import org.hfsregistry.registry.history.Fingerprint;
import org.hfsregistry.registry.history.Journal;
import org.hfsregistry.registry.history.Recorded;
import org.hfsregistry.registry.receipt.Followed;
import org.hfsregistry.registry.receipt.FollowedLog;

/** The history of one partition and its seals, in maps. Before a seal is added something may happen. */
final class HistoryInMemory {

    static final int PARTITION = 7;

    final Map<Long, Integer> entries = new TreeMap<>();
    final Map<Long, Long> erasedBy = new TreeMap<>();
    final Map<Long, Verdict.Erased> erasures = new TreeMap<>();
    final TreeMap<Long, Seal> seals = new TreeMap<>();
    final List<Journal.Key> strays = new ArrayList<>();
    String erasedIn = "h-01";
    int erasedAt = PARTITION;
    long noted;
    Runnable beforeAdding = () -> {};

    /** So many entries more, all of them noted. */
    void grow(int more) {
        for (int each = 0; each < more; each++) {
            entries.put(noted, (int) noted);
            noted++;
        }
    }

    /** A part of the log without entries. */
    void skip(long offsets) {
        noted += offsets;
    }

    Journal journal() {
        return new Journal() {
            @Override
            public List<Fingerprint> fingerprints(int partition, long from, long to) {
                return entries.entrySet().stream()
                        .filter(entry -> partition == PARTITION && entry.getKey() >= from && entry.getKey() < to)
                        .map(entry -> fingerprint(entry.getKey(), entry.getValue()))
                        .toList();
            }

            @Override
            public Stream<Key> keys() {
                return Stream.concat(
                        entries.keySet().stream().map(offset -> key(new Position(PARTITION, offset))), strays.stream());
            }

            private Key key(Position position) {
                return new Key(position.key(), Optional.of(position));
            }

            @Override
            public Optional<Decision> at(Position position) {
                return Optional.of(position)
                        .filter(asked -> asked.partition() == erasedAt)
                        .map(asked -> erasures.get(asked.offset()))
                        .map(verdict -> new Decision(
                                new Arrival.OfErasure(
                                        position,
                                        Instant.EPOCH,
                                        "client",
                                        erasedIn,
                                        new ErasedPatient.Marked(new PatientMark("0"), Optional.of("k1")),
                                        "GDPR Art. 17"),
                                verdict,
                                Instant.EPOCH));
            }

            @Override
            public List<Owned> owned(int partition, long from, long to) {
                throw new UnsupportedOperationException("nobody asks whose they are");
            }

            @Override
            public List<Recorded> outcomes(Set<String> hospitalIds, List<Position> positions) {
                throw new UnsupportedOperationException("nobody carries them out");
            }
        };
    }

    private Fingerprint fingerprint(long offset, int content) {
        return new Fingerprint(
                new Position(PARTITION, offset),
                Optional.of("h-01"),
                Optional.of("t-" + content),
                Optional.ofNullable(erasedBy.get(offset)).map(erasure -> new Position(erasedAt, erasure)),
                HexFormat.of().toHexDigits(content).repeat(8));
    }

    Seals store() {
        return new Seals() {
            @Override
            public Set<Integer> partitions() {
                return seals.isEmpty() ? Set.of() : new TreeSet<>(Set.of(PARTITION));
            }

            @Override
            public Optional<Seal> last(int partition) {
                return Optional.ofNullable(seals.lastEntry()).map(Map.Entry::getValue);
            }

            @Override
            public OptionalLong numberAfter(int partition, long number) {
                return seals.keySet().stream()
                        .mapToLong(each -> each)
                        .filter(each -> each > number)
                        .findFirst();
            }

            @Override
            public Map<Long, Seal> of(int partition, long from, long to) {
                return new HashMap<>(seals.subMap(from, to));
            }

            @Override
            public boolean add(Seal seal) {
                beforeAdding.run();
                return seals.putIfAbsent(seal.number(), seal) == null;
            }
        };
    }

    FollowedLog followedLog() {
        return new FollowedLog() {
            @Override
            public Map<Integer, Followed> of(Set<Integer> partitions) {
                return all();
            }

            @Override
            public Map<Integer, Followed> all() {
                return Map.of(PARTITION, new Followed(noted, List.of()));
            }
        };
    }
}
