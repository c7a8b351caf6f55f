package org.hfsregistry.registry.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;

/**
 * Which hospitals have history, and where. So a proof takes so many hospitals at a time as fit into memory, and reads of the
 * history what is theirs: each entry once, however many hospitals there are.
 */
public final class Census {

    private static final long MOST_ENTRIES = 20_000;

    private final Journal journal;
    private final Map<Integer, Long> walked = new HashMap<>();
    private final Map<String, Map<Integer, Offsets>> entries = new TreeMap<>();

    /** Of nothing so far. */
    public Census(Journal journal) {
        this.journal = journal;
    }

    /** Goes through a partition up to an offset, from where it came to before. */
    public void walk(int partition, long to) {
        long at = walked.getOrDefault(partition, 0L);
        while (at < to) {
            long end = Math.min(to, at + Journal.MOST_OFFSETS);
            journal.owned(partition, at, end)
                    .forEach(entry -> entries.computeIfAbsent(entry.hospitalId(), _ -> new TreeMap<>())
                            .computeIfAbsent(partition, _ -> new Offsets())
                            .add(entry.offset()));
            at = end;
        }
        walked.put(partition, at);
    }

    /** Hospitals of which there are documents; those that have no history, too, shall be in a group. */
    public void known(Collection<String> hospitalIds) {
        hospitalIds.forEach(hospitalId -> entries.putIfAbsent(hospitalId, new TreeMap<>()));
    }

    /** Hospitals, so many that what came of them fits into memory; one that is larger stands alone. */
    public List<Set<String>> groups() {
        List<Set<String>> groups = new ArrayList<>();
        Set<String> group = new TreeSet<>();
        long size = 0;
        for (String hospitalId : neighbours()) {
            long more = size(hospitalId);
            if (!group.isEmpty() && size + more > MOST_ENTRIES) {
                groups.add(group);
                group = new TreeSet<>();
                size = 0;
            }
            group.add(hospitalId);
            size += more;
        }
        if (!group.isEmpty()) {
            groups.add(group);
        }
        return groups;
    }

    /** Those of the same partitions stand together, so that a group has few of them. */
    private List<String> neighbours() {
        return entries.keySet().stream()
                .sorted(Comparator.comparing(
                        hospitalId -> of(hospitalId).keySet().toString()))
                .toList();
    }

    /** Where the history of hospitals is: in more than one partition also where the log's were once added to. */
    public Set<Integer> partitions(Set<String> hospitalIds) {
        Set<Integer> partitions = new TreeSet<>();
        hospitalIds.forEach(hospitalId -> partitions.addAll(of(hospitalId).keySet()));
        return partitions;
    }

    /** The offsets of hospitals in a partition, below an end, in their order. */
    public LongStream offsets(Set<String> hospitalIds, int partition, long end) {
        LongStream.Builder offsets = LongStream.builder();
        hospitalIds.forEach(hospitalId ->
                Optional.ofNullable(of(hospitalId).get(partition)).ifPresent(some -> some.below(end, offsets)));
        return offsets.build().sorted();
    }

    private long size(String hospitalId) {
        return of(hospitalId).values().stream().mapToLong(Offsets::size).sum();
    }

    private Map<Integer, Offsets> of(String hospitalId) {
        return entries.getOrDefault(hospitalId, Map.of());
    }

    /** Offsets from small to large, by their steps: a byte or two each, so that those of a whole history fit into memory. */
    static final class Offsets {

        private static final int FIRST_BYTES = 16;
        private static final int LONGEST = 9;
        private static final int BITS = 7;
        private static final int MORE = 1 << BITS;

        private byte[] steps = new byte[FIRST_BYTES];
        private int used;
        private long last = -1;
        private long size;

        /** Adds one that is larger than all before. */
        void add(long offset) {
            if (offset <= last) {
                throw new IllegalArgumentException(offset + " after " + last);
            }
            if (steps.length - used < LONGEST) {
                steps = Arrays.copyOf(steps, steps.length + Math.max(LONGEST, steps.length / 2));
            }
            long step = offset - last;
            while (step >= MORE) {
                steps[used++] = (byte) (step | MORE);
                step >>>= BITS;
            }
            steps[used++] = (byte) step;
            last = offset;
            size++;
        }

        long size() {
            return size;
        }

        /** Tells those below an end. */
        void below(long end, LongConsumer each) {
            long offset = -1;
            int at = 0;
            while (at < used) {
                long step = 0;
                int shift = 0;
                while (steps[at] < 0) {
                    step |= (long) (steps[at++] & (MORE - 1)) << shift;
                    shift += BITS;
                }
                step |= (long) steps[at++] << shift;
                offset += step;
                if (offset >= end) {
                    return;
                }
                each.accept(offset);
            }
        }
    }
}
