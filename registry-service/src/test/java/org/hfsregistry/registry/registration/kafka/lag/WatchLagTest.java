package org.hfsregistry.registry.registration.kafka.lag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.hfsregistry.contract.topic.Topics;
import org.hfsregistry.registry.receipt.Followed;
import org.hfsregistry.registry.receipt.FollowedLog;
import org.hfsregistry.registry.receipt.Lost;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;

/** What is told of a log that can't be looked at, and that nobody waits for it. */
class WatchLagTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final LagSettings SETTINGS = new LagSettings(Duration.ofMillis(1), Duration.ofMillis(1));

    private static final TopicPartition LOG =
            new TopicPartition(new Topics("").submitted().name(), 0);
    private static final long STORED_LOST = 2;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Store store = new Store();

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
            assertThat(WaitingOutcomes.in("of-nobody", Map.of(), consumer, Clock.systemUTC()))
                    .isEmpty();
        }
    }

    @Test
    void while_the_store_is_away_it_is_told_by_what_it_said_last() {
        MockConsumer<String, byte[]> log = logOfThree();
        store.isAway = true;
        WatchLag watching = new WatchLag(
                new DefaultKafkaConsumerFactory<>(Map.of()) {
                    @Override
                    protected Consumer<String, byte[]> createRawConsumer(Map<String, Object> settings) {
                        return log;
                    }
                },
                new Topics(""),
                store,
                SETTINGS,
                meters,
                Clock.systemUTC());
        watching.start();
        await().atMost(SOON).until(() -> store.asked.get() > 1);
        assertThat(waiting()).as("it has said nothing yet").isNaN();

        store.isAway = false;
        await().atMost(SOON).until(() -> waiting() == 0);
        assertThat(lost()).isEqualTo(STORED_LOST);

        store.isAway = true;
        log.updateBeginningOffsets(Map.of(LOG, 5L));
        log.updateEndOffsets(Map.of(LOG, 5L));
        await().atMost(SOON).until(() -> lost() == STORED_LOST + 2);
        assertThat(waiting()).isZero();
        watching.stop();
    }

    @Test
    void a_log_that_ends_before_it_was_followed_to_is_another_and_waits() {
        MockConsumer<String, byte[]> log = logOfThree();
        log.schedulePollTask(() -> log.addRecord(new ConsumerRecord<>(LOG.topic(), 0, 0, "h", new byte[0])));

        WaitingOutcomes waiting = WaitingOutcomes.in(
                        LOG.topic(), Map.of(0, new Followed(4, List.of())), log, Clock.systemUTC())
                .orElseThrow();

        assertThat(waiting.count()).isEqualTo(3);
        assertThat(waiting.lost()).isZero();
    }

    private double lost() {
        return meters.get("hfs.registry.lost").gauge().value();
    }

    private double waiting() {
        return meters.get("hfs.registry.waiting").gauge().value();
    }

    private static MockConsumer<String, byte[]> logOfThree() {
        MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
        consumer.updatePartitions(
                LOG.topic(), List.of(new PartitionInfo(LOG.topic(), 0, Node.noNode(), new Node[0], new Node[0])));
        consumer.updateBeginningOffsets(Map.of(LOG, 0L));
        consumer.updateEndOffsets(Map.of(LOG, 3L));
        return consumer;
    }

    /** One that has followed all three, and may be away. */
    private static final class Store implements FollowedLog {
        private volatile boolean isAway;
        private final AtomicInteger asked = new AtomicInteger();

        @Override
        public Map<Integer, Followed> all() {
            asked.incrementAndGet();
            if (isAway) {
                throw new IllegalStateException("away");
            }
            return Map.of(0, new Followed(3, List.of(new Lost(0, STORED_LOST)), List.of()));
        }

        @Override
        public Map<Integer, Followed> of(Set<Integer> partitions) {
            return all();
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
                new DefaultKafkaConsumerFactory<>(configuration),
                new Topics(""),
                store,
                SETTINGS,
                meters,
                Clock.systemUTC());
    }
}
