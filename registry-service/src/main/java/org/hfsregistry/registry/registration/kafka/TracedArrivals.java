package org.hfsregistry.registry.registration.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.hfsregistry.contract.registered.Position;
import org.hfsregistry.contract.registered.Reported;
import org.hfsregistry.contract.registered.Withdrawn;
import org.hfsregistry.contract.topic.EventType;
import org.hfsregistry.registry.treatment.Dossier;
import org.hfsregistry.traces.EventSpans;
import org.hfsregistry.traces.EventTraces;
import org.hfsregistry.traces.TraceParent;
import org.springframework.stereotype.Component;

/**
 * Knows of the batch that a thread takes in which arrivals are traced, so that a document that is published because of one goes
 * on with its trace; of several, with that of the last. A dossier keeps the positions of what made it.
 */
@Component
class TracedArrivals {

    private static final ScopedValue<Map<Position, TraceParent>> UNDER_WAY = ScopedValue.newInstance();

    private final EventTraces traces;

    TracedArrivals(EventTraces traces) {
        this.traces = traces;
    }

    /** Takes the batch in, in spans that go on from those that sent it; a try that fails has spans of its own, which say so. */
    void takeIn(List<ConsumerRecord<String, byte[]>> batch, Runnable work) {
        Map<Position, TraceParent> sent = new HashMap<>();
        batch.forEach(record ->
                carried(record).ifPresent(span -> sent.put(new Position(record.partition(), record.offset()), span)));
        if (sent.isEmpty()) {
            work.run();
            return;
        }
        try (EventSpans spans = traces.goOn("register", sent.values())) {
            Map<Position, TraceParent> registering = new HashMap<>();
            sent.forEach((position, span) -> spans.after(span).ifPresent(after -> registering.put(position, after)));
            spans.run(() -> ScopedValue.where(UNDER_WAY, registering).run(work));
        }
    }

    /** What the event of this document carries. */
    Optional<TraceParent> of(Dossier<?> dossier) {
        Map<Position, TraceParent> registering = UNDER_WAY.orElse(Map.of());
        if (registering.isEmpty()) {
            return Optional.empty();
        }
        return Stream.concat(
                        dossier.counting().stream().map(Reported::position),
                        dossier.withdrawn().stream().map(Withdrawn::position))
                .filter(registering::containsKey)
                .max(Comparator.comparingLong(Position::offset))
                .map(registering::get);
    }

    private static Optional<TraceParent> carried(ConsumerRecord<String, byte[]> record) {
        return Optional.ofNullable(record.headers().lastHeader("ce_" + EventType.TRACE_PARENT))
                .map(Header::value)
                .flatMap(text -> TraceParent.of(new String(text, UTF_8)));
    }
}
