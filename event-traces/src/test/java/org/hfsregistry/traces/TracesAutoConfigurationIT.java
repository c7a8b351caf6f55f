package org.hfsregistry.traces;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.tracing.Tracer;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.SpanExporters;
import org.springframework.context.ConfigurableApplicationContext;

/** What Spring Boot makes of it. */
class TracesAutoConfigurationIT {

    @Test
    void nothing_is_recorded_and_nothing_sent_where_nobody_said_where_traces_go() {
        try (ConfigurableApplicationContext service = start()) {
            assertThat(service.getBeanNamesForType(SpanExporter.class)).isEmpty();
            assertThat(service.getBeanNamesForType(SdkTracerProvider.class)).isEmpty();
            assertThat(service.getBean(Tracer.class)).isSameAs(Tracer.NOOP);
            assertThat(inARequest(service)).isFalse();
        }
    }

    @Test
    void spans_are_recorded_and_sent_discreetly_where_somebody_has() {
        try (ConfigurableApplicationContext service =
                start("--" + OffUnlessAsked.ENDPOINT + "=http://127.0.0.1:9/v1/traces")) {
            assertThat(service.getBeanNamesForType(SpanExporter.class)).hasSize(1);
            assertThat(service.getBean(SpanExporters.class).list())
                    .hasSize(1)
                    .hasOnlyElementsOfType(DiscreetSpans.class);
            assertThat(inARequest(service)).isTrue();
        }
    }

    private static ConfigurableApplicationContext start(String... settings) {
        return new SpringApplicationBuilder(Service.class)
                .web(WebApplicationType.NONE)
                .run(settings);
    }

    private static boolean inARequest(ConfigurableApplicationContext service) {
        Tracer tracer = service.getBean(Tracer.class);
        try (Tracer.SpanInScope _ = tracer.withSpan(tracer.nextSpan().start())) {
            return service.getBean(EventTraces.class).here().isPresent();
        }
    }

    /** Configures itself by what is on its classpath, as a service does. */
    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class Service {}
}
