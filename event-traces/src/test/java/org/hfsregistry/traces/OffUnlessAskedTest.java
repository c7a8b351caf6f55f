package org.hfsregistry.traces;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class OffUnlessAskedTest {

    private static final String ENABLED = "management.opentelemetry.enabled";
    private static final String EXPORTED = "management.tracing.export.enabled";
    private static final String TRACED = "management.tracing.sampling.probability";

    private final StandardEnvironment environment = new StandardEnvironment();

    @BeforeEach
    void start() {
        new OffUnlessAsked().postProcessEnvironment(environment, new SpringApplication());
    }

    private void set(String name, String value) {
        environment.getPropertySources().addFirst(new MapPropertySource(name, Map.of(name, value)));
    }

    @Test
    void nothing_is_traced_where_nobody_said_where_traces_go() {
        assertThat(environment.getProperty(ENABLED)).isEqualTo("false");
        assertThat(environment.getProperty(EXPORTED)).isEqualTo("false");
    }

    @Test
    void every_request_is_traced_where_somebody_has_and_only_traces_are_sent() {
        set(OffUnlessAsked.ENDPOINT, "http://collector:4318/v1/traces");
        assertThat(environment.getProperty(ENABLED)).isNull();
        assertThat(environment.getProperty(EXPORTED)).isNull();
        assertThat(environment.getProperty(TRACED)).isEqualTo("1.0");
        assertThat(environment.getProperty("management.logging.export.otlp.enabled"))
                .isEqualTo("false");
    }

    @Test
    void other_settings_go_before() {
        set(OffUnlessAsked.ENDPOINT, "http://collector:4318/v1/traces");
        set(TRACED, "0.01");
        assertThat(environment.getProperty(TRACED)).isEqualTo("0.01");
    }
}
