/**
 * How a trace goes from service to service with the events.
 *
 * <p>Owns: what of a span an event carries ({@link org.hfsregistry.traces.TraceParent}), the spans that go on from events
 * ({@link org.hfsregistry.traces.EventTraces}), what spans may tell, and that nothing is traced where no address is set. A
 * service has it on its classpath. May use: Micrometer Tracing, OpenTelemetry, Spring Boot. Never: a service, Kafka, a value
 * that somebody sent in a span.
 */
@NullMarked
package org.hfsregistry.traces;

import org.jspecify.annotations.NullMarked;
