package org.hfsregistry.registry.registration.kafka.lag;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.hfsregistry.contract.topic.Topics;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;

/** What is told of a log that can't be looked at, and that nobody waits for it. */
class WatchLagTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final LagSettings SETTINGS = new LagSettings(Duration.ofMillis(1), Duration.ofMillis(1));

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void a_look_at_a_broker_that_does_not_answer_does_not_delay_a_stop() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            WatchLag watching = watching(silent.getLocalPort());
            watching.start();
            try (Socket looking = silent.accept()) {
                assertThat(looking.isConnected()).isTrue();
                long begun = System.nanoTime();

                watching.stop();

                assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(SOON);
            }
            assertThat(watching.isRunning()).isFalse();
            assertThat(meters.get("hfs.registry.waiting").gauge().value()).isNaN();
        }
    }

    @Test
    void nor_does_the_question_how_long_the_log_is_kept() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            WatchRetention watching = new WatchRetention(
                    new KafkaAdmin(
                            Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:" + silent.getLocalPort())),
                    new Topics(""),
                    SETTINGS,
                    meters);
            watching.start();
            try (Socket asking = silent.accept()) {
                assertThat(asking.isConnected()).isTrue();
                long begun = System.nanoTime();

                watching.stop();

                assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(SOON);
            }
            assertThat(watching.isRunning()).isFalse();
            assertThat(meters.get("hfs.registry.log.kept").gauge().value()).isNaN();
        }
    }

    @Test
    void of_a_log_without_partitions_nothing_is_told() {
        try (MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest")) {
            assertThat(WaitingOutcomes.in("of-nobody", consumer, Clock.systemUTC()))
                    .isEmpty();
        }
    }

    private WatchLag watching(int port) {
        Map<String, Object> configuration = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                "127.0.0.1:" + port,
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                StringDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false);
        return new WatchLag(
                new DefaultKafkaConsumerFactory<>(configuration), new Topics(""), SETTINGS, meters, Clock.systemUTC());
    }
}
