package org.hfsregistry.registry.erasure;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hfsregistry.contract.registered.Position;
import org.springframework.stereotype.Service;

/**
 * Lets compaction go over all that the topic of treatments said before an erasure. Compaction leaves alone what a partition was
 * written to last, and Kafka ends that only when something comes: a partition to which nothing is written any more would keep the
 * patient for ever, be it in a treatment of the patient or in one that was once taken for the patient's. So some time after an
 * erasure something comes to each. Each process sees to that once for each erasure and does not keep that it did, since it changes
 * nothing to do it again.
 */
@Service
public final class EndSegments {

    private final Erasures erasures;
    private final TreatmentsTopic topic;
    private final Set<Position> seenTo = new HashSet<>();

    /** From these. */
    public EndSegments(Erasures erasures, TreatmentsTopic topic) {
        this.erasures = erasures;
        this.topic = topic;
    }

    /** For erasures that were carried out until then. */
    public synchronized void until(Instant time) {
        List<Position> due;
        try (Stream<Erasure> all = erasures.all()) {
            due = all.filter(erasure -> !erasure.at().isAfter(time))
                    .map(Erasure::position)
                    .filter(position -> !seenTo.contains(position))
                    .toList();
        }
        if (!due.isEmpty()) {
            topic.endSegments();
            seenTo.addAll(due);
        }
    }
}
