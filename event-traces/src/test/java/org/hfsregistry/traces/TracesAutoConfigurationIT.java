package org.hfsregistry.traces;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.tracing.Tracer;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.SpanExporters;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.otlp.OtlpTracingAutoConfiguration;
import org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** What Spring Boot makes of it. */
class TracesAutoConfigurationIT {

    private final ApplicationContextRunner service = new ApplicationContextRunner()
            .withInitializer(context ->
                    new OffUnlessAsked().postProcessEnvironment(context.getEnvironment(), new SpringApplication()))
            .withConfiguration(AutoConfigurations.of(
                    TracesAutoConfiguration.class,
                    OpenTelemetrySdkAutoConfiguration.class,
                    OpenTelemetryTracingAutoConfiguration.class,
                    OtlpTracingAutoConfiguration.class,
                    MicrometerTracingAutoConfiguration.class));

    @Test
    void nothing_is_recorded_and_nothing_sent_where_nobody_said_where_traces_go() {
        service.run(context -> {
            assertThat(context).hasNotFailed().doesNotHaveBean(SdkTracerProvider.class);
            assertThat(context).doesNotHaveBean(SpanExporter.class);
            assertThat(inARequest(context.getBean(Tracer.class), context.getBean(EventTraces.class)))
                    .isFalse();
        });
    }

    @Test
    void spans_are_recorded_and_sent_discreetly_where_somebody_has() {
        service.withPropertyValues(OffUnlessAsked.ENDPOINT + "=http://127.0.0.1:9/v1/traces")
                .run(context -> {
                    assertThat(context).hasNotFailed().hasSingleBean(SpanExporter.class);
                    assertThat(context.getBean(SpanExporters.class).list())
                            .hasSize(1)
                            .hasOnlyElementsOfType(DiscreetSpans.class);
                    assertThat(inARequest(context.getBean(Tracer.class), context.getBean(EventTraces.class)))
                            .isTrue();
                });
    }

    private static boolean inARequest(Tracer tracer, EventTraces traces) {
        try (Tracer.SpanInScope _ = tracer.withSpan(tracer.nextSpan().start())) {
            return traces.here().isPresent();
        }
    }
}
