package org.hfsregistry.registry.registration.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;

/** That the group does not put out who is still at work. */
class LongestBatchTest {

    private static final String CONSUMER = "spring.kafka.consumer.";
    private static final String KAFKAS_OWN_MILLIS = "300000";
    private static final Duration SLOW_ERASURE = Duration.ofMillis(1_500);

    @Test
    void a_poll_of_nothing_but_slow_erasures_ends_before_the_group_gives_its_partitions_away() {
        YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new ClassPathResource("application.yaml"));
        Properties settings = Objects.requireNonNull(yaml.getObject());
        int records = Integer.parseInt(settings.getProperty(CONSUMER + "max-poll-records"));
        String longest = settings.getProperty(CONSUMER + "properties.max.poll.interval.ms", KAFKAS_OWN_MILLIS);

        assertThat(SLOW_ERASURE.multipliedBy(records)).isLessThan(Duration.ofMillis(Long.parseLong(longest)));
    }
}
