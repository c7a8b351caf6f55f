package org.hfsregistry.registry.erasure;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hfsregistry.contract.registered.Position;
import org.hfsregistry.registry.arrival.Place;
import org.hfsregistry.registry.arrival.Verdict;
import org.hfsregistry.registry.history.Decision;
import org.hfsregistry.registry.history.Journal;
import org.springframework.stereotype.Service;

/**
 * Tells the topic of treatments once more what was erased, some time after it was. Compaction leaves alone what a partition was
 * written to last, and Kafka ends that only when something comes: a partition to which nothing is written any more would keep the
 * patient for ever. Each process tells of each erasure once; that it was told is not kept, since telling it again changes nothing.
 */
@Service
public final class TellErasedAgain {

    private final Erasures erasures;
    private final Journal journal;
    private final ErasedTopic topic;
    private final Set<Position> told = new HashSet<>();

    /** From these. */
    public TellErasedAgain(Erasures erasures, Journal journal, ErasedTopic topic) {
        this.erasures = erasures;
        this.journal = journal;
        this.topic = topic;
    }

    /** Of those that were carried out until then. */
    public synchronized void until(Instant time) {
        List<Position> due;
        try (Stream<Erasure> all = erasures.all()) {
            due = all.filter(erasure -> !erasure.at().isAfter(time))
                    .map(Erasure::position)
                    .filter(position -> !told.contains(position))
                    .toList();
        }
        topic.tell(due.stream().flatMap(this::treatments).collect(Collectors.toSet()));
        told.addAll(due);
    }

    private Stream<Place.OfTreatment> treatments(Position erasure) {
        return journal.at(erasure).map(Decision::verdict).filter(Verdict.Erased.class::isInstance).stream()
                .flatMap(verdict -> ((Verdict.Erased) verdict).treatments().stream());
    }
}
