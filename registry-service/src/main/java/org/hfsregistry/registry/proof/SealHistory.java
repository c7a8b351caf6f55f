package org.hfsregistry.registry.proof;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.hfsregistry.registry.history.Fingerprint;
import org.hfsregistry.registry.history.Journal;
import org.hfsregistry.registry.receipt.FollowedLog;
import org.springframework.stereotype.Service;

/**
 * Seals what was added to the history since the last seal, up to the noted positions: below them nothing is decided any more.
 * Any number of processes may do so at once, and need no claim; whoever adds a number first has sealed it.
 */
@Service
public final class SealHistory {

    private final Journal journal;
    private final Seals seals;
    private final FollowedLog followedLog;
    private final Clock clock;
    private final Map<Integer, Seal> last = new HashMap<>();

    SealHistory(Journal journal, Seals seals, FollowedLog followedLog, Clock clock) {
        this.journal = journal;
        this.seals = seals;
        this.followedLog = followedLog;
        this.clock = clock;
    }

    /**
     * Seals all that can be sealed, each partition by itself.
     *
     * @param added is told of the seals that were added, also where another partition can't be sealed
     * @throws RuntimeException where a partition can't be sealed, when all others are; what the further ones met is suppressed in it
     */
    public synchronized void seal(Consumer<Seal> added) {
        List<RuntimeException> failures = new ArrayList<>();
        new TreeMap<>(followedLog.all()).forEach((partition, followed) -> {
            try {
                seal(partition, followed.next(), added);
            } catch (RuntimeException failure) {
                failures.add(failure);
            }
        });
        failures.stream()
                .reduce((first, further) -> {
                    first.addSuppressed(further);
                    return first;
                })
                .ifPresent(failure -> {
                    throw failure;
                });
    }

    private void seal(int partition, long next, Consumer<Seal> added) {
        Seal newest = last.computeIfAbsent(partition, this::stored);
        if (newest.to() < next) {
            newest = afterOthers(newest);
        }
        while (newest.to() < next) {
            Seal following = following(newest, next);
            if (seals.add(following)) {
                added.accept(following);
                newest = following;
            } else {
                newest = afterAnother(newest);
            }
        }
        last.put(partition, newest);
    }

    private Seal afterAnother(Seal newest) {
        Seal others = afterOthers(newest);
        if (others.number() == newest.number()) {
            throw new IllegalStateException(
                    "the seal after " + newest.head() + " is there and can't be read: nothing is sealed after it");
        }
        return others;
    }

    private Seal stored(int partition) {
        return seals.last(partition).orElseGet(() -> before(partition));
    }

    /** Stands before the first. */
    private static Seal before(int partition) {
        return new Seal(partition, 0, 0, 0, List.of(), Seal.NOTHING, Instant.EPOCH, Seal.NOTHING);
    }

    /** The newest after what other processes have added. */
    private Seal afterOthers(Seal newest) {
        Seal reached = newest;
        while (true) {
            long number = reached.number() + 1;
            Map<Long, Seal> next = seals.of(reached.partition(), number, number + 1);
            if (next.isEmpty()) {
                return reached;
            }
            reached = Objects.requireNonNull(next.get(number));
        }
    }

    /** As much as makes a seal of some thousand entries at most; a part of the log without entries is no reason for one. */
    private Seal following(Seal newest, long next) {
        List<Seal.Entry> entries = new ArrayList<>();
        long to = newest.to();
        while (to < next && entries.size() < Journal.MOST_OFFSETS) {
            long end = Math.min(next, to + Journal.MOST_OFFSETS);
            for (Fingerprint found : journal.fingerprints(newest.partition(), to, end)) {
                entries.add(new Seal.Entry(found.position().offset(), found.contentHash()));
            }
            to = end;
        }
        return Seal.of(
                newest.partition(),
                newest.number() + 1,
                newest.to(),
                to,
                entries,
                newest.hash(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }
}
