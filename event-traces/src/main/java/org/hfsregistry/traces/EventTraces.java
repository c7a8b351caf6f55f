package org.hfsregistry.traces;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Says what an event carries of the span in which it is published, and begins the spans that go on from there. */
public final class EventTraces {

    private final Tracer tracer;

    EventTraces(Tracer tracer) {
        this.tracer = tracer;
    }

    /** Those of a place where nothing is traced. */
    public static EventTraces none() {
        return new EventTraces(Tracer.NOOP);
    }

    /** What an event carries that is published by this thread now; absent where its trace is not recorded. */
    public Optional<TraceParent> here() {
        Span span = tracer.currentSpan();
        if (span == null) {
            return Optional.empty();
        }
        TraceContext context = span.context();
        return Boolean.TRUE.equals(context.sampled())
                ? Optional.of(new TraceParent(context.traceId(), context.spanId()))
                : Optional.empty();
    }

    /**
     * Begins one span for each span that events go on from, however many events it sent.
     *
     * @param name of what is done with the events
     * @param sent the spans that the events carry, one for each event that carries any
     * @return the spans, to be closed by the same thread when it is done
     */
    public EventSpans goOn(String name, Collection<TraceParent> sent) {
        Map<TraceParent, Integer> events = new LinkedHashMap<>();
        sent.forEach(parent -> events.merge(parent, 1, Integer::sum));
        Map<TraceParent, Span> spans = new LinkedHashMap<>();
        events.forEach((parent, count) -> spans.put(parent, begin(name, parent, count)));
        return new EventSpans(tracer, spans);
    }

    private Span begin(String name, TraceParent parent, int events) {
        TraceContext context = tracer.traceContextBuilder()
                .traceId(parent.traceId())
                .spanId(parent.spanId())
                .sampled(true)
                .build();
        return tracer.spanBuilder()
                .setParent(context)
                .kind(Span.Kind.CONSUMER)
                .name(name)
                .tag(DiscreetSpans.EVENTS, events)
                .start();
    }
}
