package org.hfsregistry.traces;

import io.micrometer.observation.ObservationPredicate;
import io.micrometer.tracing.Tracer;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.SpanExporters;
import org.springframework.context.annotation.Bean;

/** Gives a service the spans of its events, and sees to it that no span tells too much. */
@AutoConfiguration(before = OpenTelemetryTracingAutoConfiguration.class)
class TracesAutoConfiguration {

    /** Spring's tracer is there in any case; where its spans go nowhere, an event costs nothing by this. */
    @Bean
    EventTraces eventTraces(ObjectProvider<Tracer> tracer, ObjectProvider<SpanExporter> exporters) {
        return exporters.stream().findAny().isPresent()
                ? new EventTraces(tracer.getIfAvailable(() -> Tracer.NOOP))
                : EventTraces.none();
    }

    /** The chain of filters says nothing of an outcome's way, and would stand between a request and what it publishes. */
    @Bean
    @ConditionalOnProperty(OffUnlessAsked.ENDPOINT)
    ObservationPredicate nothingOfFilters() {
        return (name, observed) -> !name.startsWith("spring.security.");
    }

    /** In the place of Spring Boot's own, which send spans as they are. */
    @Bean
    SpanExporters discreetSpans(ObjectProvider<SpanExporter> exporters) {
        return SpanExporters.of(
                exporters.orderedStream().<SpanExporter>map(DiscreetSpans::new).toList());
    }
}
