package org.hfsregistry.traces;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;

/**
 * Nothing is traced, and nothing is connected to, where nobody has said where traces go; where somebody has, every request is
 * traced unless settings say otherwise. These are defaults: every other source of settings goes before.
 */
final class OffUnlessAsked implements EnvironmentPostProcessor {

    /** Where traces go; {@code OTEL_EXPORTER_OTLP_ENDPOINT} sets it, too. */
    static final String ENDPOINT = "management.opentelemetry.tracing.export.otlp.endpoint";

    /** The tracer is left out whole; Spring Boot has another one then, which does nothing. */
    private static final Map<String, String> OFF = Map.of(
            "spring.autoconfigure.exclude",
                    "org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration",
            "management.opentelemetry.enabled", "false",
            "management.tracing.export.enabled", "false",
            "management.tracing.exemplars.include", "none");

    /** Baggage is what a stranger sends; logs stay where they are written; Prometheus may refuse an example beside a summary. */
    private static final Map<String, String> ON = Map.of(
            "management.tracing.exemplars.include", "none",
            "management.tracing.sampling.probability", "1.0",
            "management.tracing.baggage.enabled", "false",
            "management.logging.export.otlp.enabled", "false");

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        environment.getPropertySources().addLast(new Defaults(environment));
    }

    /**
     * Looked up when they are asked for: what says where traces go may be read after this. The environment is not the source:
     * Spring Boot would look for that environment's sources in this one, and for this one in those.
     */
    private static final class Defaults extends PropertySource<Object> {

        private final ConfigurableEnvironment environment;

        Defaults(ConfigurableEnvironment environment) {
            super("traces");
            this.environment = environment;
        }

        @Override
        public @Nullable Object getProperty(String name) {
            if (!OFF.containsKey(name) && !ON.containsKey(name)) {
                return null;
            }
            return (environment.containsProperty(ENDPOINT) ? ON : OFF).get(name);
        }
    }
}
