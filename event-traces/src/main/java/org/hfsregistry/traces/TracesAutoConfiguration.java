package org.hfsregistry.traces;

import io.micrometer.tracing.Tracer;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.SpanExporters;
import org.springframework.context.annotation.Bean;

/** Gives a service the spans of its events, and sees to it that no span tells too much. */
@AutoConfiguration(before = OpenTelemetryTracingAutoConfiguration.class)
class TracesAutoConfiguration {

    @Bean
    EventTraces eventTraces(ObjectProvider<Tracer> tracer) {
        return new EventTraces(tracer.getIfAvailable(() -> Tracer.NOOP));
    }

    /** In the place of Spring Boot's own, which send spans as they are. */
    @Bean
    SpanExporters discreetSpans(ObjectProvider<SpanExporter> exporters) {
        return SpanExporters.of(
                exporters.orderedStream().<SpanExporter>map(DiscreetSpans::new).toList());
    }
}
