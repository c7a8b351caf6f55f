package org.hfsregistry.traces;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import java.util.Map;
import java.util.Optional;

/**
 * The spans of events that are worked on together. The thread that does stands in one of them where it is the only one, so
 * that what it logs has that trace's id.
 */
public final class EventSpans implements AutoCloseable {

    private final Map<TraceParent, Span> spans;
    private final Optional<Tracer.SpanInScope> scope;

    EventSpans(Tracer tracer, Map<TraceParent, Span> spans) {
        this.spans = spans;
        this.scope = spans.size() == 1
                ? Optional.of(tracer.withSpan(spans.values().iterator().next()))
                : Optional.empty();
    }

    /** What an event carries that is published because of another one. */
    public Optional<TraceParent> after(TraceParent carried) {
        return Optional.ofNullable(spans.get(carried)).map(span -> {
            TraceContext context = span.context();
            return new TraceParent(context.traceId(), context.spanId());
        });
    }

    /** Does what they are spans of. Where that fails, they have failed. */
    public void run(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            spans.values().forEach(span -> span.error(e));
            throw e;
        }
    }

    /** Ends them. */
    @Override
    public void close() {
        scope.ifPresent(Tracer.SpanInScope::close);
        spans.values().forEach(Span::end);
    }
}
