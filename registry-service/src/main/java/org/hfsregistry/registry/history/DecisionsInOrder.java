package org.hfsregistry.registry.history;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.PrimitiveIterator;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.stream.LongStream;
import org.hfsregistry.contract.registered.Position;

/**
 * What was decided of outcomes of some hospitals, in the order in which it was decided. Within a partition that is the order of
 * offsets; between partitions, for a hospital that has history in several, that of time.
 */
public final class DecisionsInOrder implements Iterator<Recorded> {

    private final Queue<Part> parts = new PriorityQueue<>(Comparator.comparing(Part::decidedAt));

    /** Of no partition. */
    public DecisionsInOrder() {}

    /** And of these offsets of a partition, which come in their order. */
    public void add(Journal journal, Set<String> hospitalIds, int partition, LongStream offsets) {
        put(new Part(journal, hospitalIds, partition, offsets.iterator()));
    }

    @Override
    public boolean hasNext() {
        return !parts.isEmpty();
    }

    @Override
    public Recorded next() {
        Part first = parts.poll();
        if (first == null) {
            throw new NoSuchElementException();
        }
        Recorded next = first.read.remove();
        put(first);
        return next;
    }

    private void put(Part part) {
        if (part.fill()) {
            parts.add(part);
        }
    }

    private static final class Part {
        private final Journal journal;
        private final Set<String> hospitalIds;
        private final int partition;
        private final PrimitiveIterator.OfLong offsets;
        private final Deque<Recorded> read = new ArrayDeque<>();

        Part(Journal journal, Set<String> hospitalIds, int partition, PrimitiveIterator.OfLong offsets) {
            this.journal = journal;
            this.hospitalIds = hospitalIds;
            this.partition = partition;
            this.offsets = offsets;
        }

        /** Whether there is one more. */
        boolean fill() {
            while (read.isEmpty() && offsets.hasNext()) {
                read.addAll(journal.outcomes(hospitalIds, next()));
            }
            return !read.isEmpty();
        }

        private List<Position> next() {
            List<Position> next = new ArrayList<>();
            while (next.size() < Journal.MOST_OFFSETS && offsets.hasNext()) {
                next.add(new Position(partition, offsets.nextLong()));
            }
            return next;
        }

        /** What can't be read comes first, since nobody knows when it was. */
        Instant decidedAt() {
            return Optional.ofNullable(read.peek())
                    .flatMap(Recorded::decision)
                    .map(decision -> decision.decidedAt())
                    .orElse(Instant.MIN);
        }
    }
}
