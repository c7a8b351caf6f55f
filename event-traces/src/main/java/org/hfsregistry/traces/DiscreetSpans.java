package org.hfsregistry.traces;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Sends of each span only what can't name a patient: of a request its form, not its address; of an error its class, not its
 * message. What is not known to be harmless is left out. Requests for health and metrics, and what a service does by itself now and
 * then, are not sent at all.
 */
final class DiscreetSpans implements SpanExporter {

    /** How many events a span stands for. */
    static final String EVENTS = "hfs.events";

    private static final String URI = "uri";
    private static final Set<String> HARMLESS = Set.of("method", URI, "status", "outcome", "exception", EVENTS);
    private static final String NOT_OF_INTEREST = "/actuator/";

    private final SpanExporter exporter;

    DiscreetSpans(SpanExporter exporter) {
        this.exporter = exporter;
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        List<SpanData> told = spans.stream()
                .map(Discreet::new)
                .filter(Discreet::isOfInterest)
                .map(SpanData.class::cast)
                .toList();
        return told.isEmpty() ? CompletableResultCode.ofSuccess() : exporter.export(told);
    }

    @Override
    public CompletableResultCode flush() {
        return exporter.flush();
    }

    @Override
    public CompletableResultCode shutdown() {
        return exporter.shutdown();
    }

    private static final class Discreet extends DelegatingSpanData {

        private final Attributes attributes;

        Discreet(SpanData span) {
            super(span);
            this.attributes = span.getAttributes().toBuilder()
                    .removeIf(key -> !HARMLESS.contains(key.getKey()))
                    .build();
        }

        boolean isOfInterest() {
            return (getKind() != SpanKind.INTERNAL || getParentSpanContext().isValid()) && !asksHowItIs();
        }

        private boolean asksHowItIs() {
            return attributes.asMap().entrySet().stream()
                    .anyMatch(attribute -> attribute.getKey().getKey().equals(URI)
                            && attribute.getValue().toString().startsWith(NOT_OF_INTEREST));
        }

        @Override
        public Attributes getAttributes() {
            return attributes;
        }

        @Override
        public int getTotalAttributeCount() {
            return attributes.size();
        }

        @Override
        public List<EventData> getEvents() {
            return List.of();
        }

        @Override
        public int getTotalRecordedEvents() {
            return 0;
        }

        @Override
        public StatusData getStatus() {
            return StatusData.create(super.getStatus().getStatusCode(), "");
        }
    }
}
