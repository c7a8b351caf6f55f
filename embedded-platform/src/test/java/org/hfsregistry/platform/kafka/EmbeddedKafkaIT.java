package org.hfsregistry.platform.kafka;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.hfsregistry.platform.machine.LoopbackOnly;
import org.hfsregistry.platform.machine.ServerUnavailable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaIT {

    private static final TopicPartition OUTCOMES = new TopicPartition("outcomes", 0);

    @TempDir
    private Path folder;

    private KafkaServer kafka;

    @BeforeEach
    void start() {
        kafka = KafkaServer.embedded(folder);
        kafka.start();
    }

    @AfterEach
    void stop() {
        kafka.stop();
    }

    @Test
    void keeps_records_topics_and_cluster_id_over_a_restart_on_the_same_folder() throws Exception {
        create(Map.of());
        produce("first", "second");
        String cluster = clusterId();
        String bootstrap = kafka.bootstrap();
        kafka.stop();

        kafka = KafkaServer.embedded(folder);
        kafka.start();

        assertThat(kafka.bootstrap()).isEqualTo(bootstrap);
        assertThat(clusterId()).isEqualTo(cluster);
        assertThat(values()).containsExactly("first", "second");
    }

    @Test
    void is_away_while_stopped_and_back_at_the_same_port_for_a_client_that_stayed() throws Exception {
        create(Map.of());
        try (KafkaProducer<String, String> producer = producer(Map.of());
                ExecutorService elsewhere = Executors.newSingleThreadExecutor()) {
            producer.send(new ProducerRecord<>(OUTCOMES.topic(), "before")).get(30, SECONDS);
            kafka.stop();
            assertThat(LoopbackOnly.answers(port())).isFalse();
            Future<RecordMetadata> sentWhileAway =
                    elsewhere.submit(() -> producer.send(new ProducerRecord<>(OUTCOMES.topic(), "away"))
                            .get());

            kafka.start();

            assertThat(sentWhileAway.get(60, SECONDS).offset()).isEqualTo(1);
        }
        assertThat(values()).containsExactly("before", "away");
    }

    @Test
    void listens_on_the_loopback_address_only() throws Exception {
        assertThat(LoopbackOnly.answers(port())).isTrue();
        assertThat(LoopbackOnly.answersElsewhere(port())).isFalse();
    }

    @Test
    void does_not_create_a_topic_because_somebody_writes_to_it() {
        try (KafkaProducer<String, String> producer = producer(Map.of("max.block.ms", "2000"))) {
            Future<RecordMetadata> sent = producer.send(new ProducerRecord<>("misspelt", "value"));

            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(sent::get)
                    .withCauseInstanceOf(TimeoutException.class)
                    .withMessageContaining("misspelt");
        }
    }

    @Test
    void removes_what_a_compacted_topic_has_newer_values_of() throws Exception {
        create(Map.of("cleanup.policy", "compact", "segment.ms", "100", "min.cleanable.dirty.ratio", "0.01"));
        produce("older");
        Instant last = Instant.now().plus(Duration.ofMinutes(2));
        int written = 1;
        do {
            produce("newer");
            written++;
        } while (values().size() == written && Instant.now().isBefore(last));

        assertThat(values()).hasSizeLessThan(written).endsWith("newer");
    }

    @Test
    void refuses_a_folder_that_another_broker_uses() {
        KafkaServer second = KafkaServer.embedded(folder);

        assertThatExceptionOfType(ServerUnavailable.class)
                .isThrownBy(second::start)
                .withMessageContaining(folder.toString())
                .withMessageContaining("name another folder");
        assertThat(clusterId()).isNotEmpty();
    }

    private int port() {
        return Integer.parseInt(kafka.bootstrap().split(":", 2)[1]);
    }

    private void create(Map<String, String> settings) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrap()))) {
            NewTopic topic = new NewTopic(OUTCOMES.topic(), 1, (short) 1).configs(settings);
            admin.createTopics(Set.of(topic)).all().get(30, SECONDS);
        }
    }

    private String clusterId() {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrap()))) {
            return admin.describeCluster()
                    .clusterId()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        }
    }

    private void produce(String... values) throws Exception {
        try (KafkaProducer<String, String> producer = producer(Map.of())) {
            for (String value : values) {
                producer.send(new ProducerRecord<>(OUTCOMES.topic(), "key", value))
                        .get(30, SECONDS);
            }
        }
    }

    private KafkaProducer<String, String> producer(Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(more);
        settings.put("bootstrap.servers", kafka.bootstrap());
        settings.put("acks", "all");
        return new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
    }

    private List<String> values() {
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka.bootstrap());
        List<String> values = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(Set.of(OUTCOMES));
            consumer.seekToBeginning(Set.of(OUTCOMES));
            long end = consumer.endOffsets(Set.of(OUTCOMES)).getOrDefault(OUTCOMES, 0L);
            while (consumer.position(OUTCOMES) < end) {
                consumer.poll(Duration.ofMillis(100)).forEach(each -> values.add(each.value()));
            }
        }
        return values;
    }
}
