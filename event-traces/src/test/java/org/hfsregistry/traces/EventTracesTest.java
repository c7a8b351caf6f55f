package org.hfsregistry.traces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.otel.bridge.OtelCurrentTraceContext;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EventTracesTest {

    private static final TraceParent ONE = new TraceParent("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331");
    private static final TraceParent OTHER = new TraceParent("1af7651916cd43dd8448eb211c80319c", "c7ad6b7169203331");

    private final InMemorySpanExporter sent = InMemorySpanExporter.create();
    private final Tracer tracer = tracer(new DiscreetSpans(sent), Sampler.alwaysOn());
    private final EventTraces traces = new EventTraces(tracer);

    private static Tracer tracer(SpanExporter exporter, Sampler sampler) {
        SdkTracerProvider provider = SdkTracerProvider.builder()
                .addSpanProcessor(SimpleSpanProcessor.create(exporter))
                .setSampler(sampler)
                .build();
        return new OtelTracer(provider.get("test"), new OtelCurrentTraceContext(), event -> {});
    }

    @Test
    void an_event_carries_the_span_in_which_it_is_published() {
        assertThat(traces.here()).isEmpty();

        Span request = tracer.nextSpan().name("request").start();
        try (Tracer.SpanInScope _ = tracer.withSpan(request)) {
            assertThat(traces.here())
                    .contains(new TraceParent(
                            request.context().traceId(), request.context().spanId()));
        }
        assertThat(traces.here()).isEmpty();
    }

    @Test
    void an_event_of_a_trace_that_is_not_recorded_carries_none() {
        Tracer unrecorded = tracer(sent, Sampler.alwaysOff());
        try (Tracer.SpanInScope _ = unrecorded.withSpan(unrecorded.nextSpan().start())) {
            assertThat(new EventTraces(unrecorded).here()).isEmpty();
        }
    }

    @Test
    void one_span_goes_on_from_each_that_sent_events() {
        try (EventSpans spans = traces.goOn("register", List.of(ONE, OTHER, ONE))) {
            assertThat(spans.after(ONE)).map(TraceParent::traceId).contains(ONE.traceId());
            assertThat(spans.after(ONE)).map(TraceParent::spanId).isNotEqualTo(ONE.spanId());
            assertThat(traces.here())
                    .as("a thread that works for two stands in neither")
                    .isEmpty();
        }
        assertThat(sent.getFinishedSpanItems())
                .extracting(SpanData::getTraceId, SpanData::getParentSpanId, EventTracesTest::events)
                .containsExactlyInAnyOrder(
                        tuple(ONE.traceId(), ONE.spanId(), 2L), tuple(OTHER.traceId(), OTHER.spanId(), 1L));
    }

    private static long events(SpanData span) {
        return Optional.ofNullable(span.getAttributes().get(AttributeKey.longKey(DiscreetSpans.EVENTS)))
                .orElse(0L);
    }

    @Test
    void a_thread_that_works_for_one_trace_stands_in_it() {
        try (EventSpans spans = traces.goOn("register", List.of(ONE))) {
            assertThat(traces.here()).isEqualTo(spans.after(ONE)).isPresent();
        }
        assertThat(traces.here()).isEmpty();
    }

    @Test
    void spans_of_work_that_fails_have_failed() {
        IllegalStateException away = new IllegalStateException("the store is away");
        try (EventSpans spans = traces.goOn("register", List.of(ONE, OTHER))) {
            assertThatThrownBy(() -> spans.run(() -> {
                        throw away;
                    }))
                    .isSameAs(away);
        }
        try (EventSpans spans = traces.goOn("register", List.of(ONE))) {
            spans.run(() -> {});
        }
        assertThat(sent.getFinishedSpanItems())
                .extracting(span -> span.getStatus().getStatusCode())
                .containsExactly(StatusCode.ERROR, StatusCode.ERROR, StatusCode.UNSET);
    }

    @Test
    void nothing_is_said_where_nothing_is_traced() {
        EventTraces none = EventTraces.none();
        assertThat(none.here()).isEmpty();
        try (EventSpans spans = none.goOn("register", List.of())) {
            assertThat(spans.after(ONE)).isEmpty();
        }
    }

    private Span request(String uri) {
        return tracer.spanBuilder().kind(Span.Kind.SERVER).tag("uri", uri).start();
    }

    @Test
    void a_span_tells_the_form_of_a_request_and_the_class_of_an_error_only() {
        Span span = request("/v1/patients/{patientId}")
                .name("http delete /v1/patients/{patientId}")
                .tag("http.url", "/v1/patients/MRN-7731")
                .tag("anything.else", "MRN-7731")
                .event("MRN-7731");
        span.error(new IllegalStateException("no patient MRN-7731"));
        span.tag("exception", "IllegalStateException").end();

        SpanData told = sent.getFinishedSpanItems().getFirst();
        assertThat(told.getAttributes().asMap())
                .containsOnlyKeys(AttributeKey.stringKey("uri"), AttributeKey.stringKey("exception"));
        assertThat(told.getEvents()).isEmpty();
        assertThat(told.getStatus().getDescription()).isEmpty();
        assertThat(told.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    }

    @Test
    void requests_for_health_and_metrics_and_what_a_service_does_by_itself_are_not_told() {
        request("/actuator/prometheus").end();
        tracer.nextSpan().name("task").start().end();
        Span asked = request("/v1/outcomes");
        tracer.spanBuilder().setParent(asked.context()).name("part").start().end();
        asked.end();
        assertThat(sent.getFinishedSpanItems()).hasSize(2);
    }
}
