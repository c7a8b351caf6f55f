package org.hfsregistry.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.IntegerDeserializer;
import org.apache.kafka.common.serialization.IntegerSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledKafkaIT {

    private static final TopicPartition OUTCOMES = new TopicPartition("outcomes", 0);
    private static final int KILLS = 3;
    private static final int ACKNOWLEDGED_BEFORE_A_KILL = 5000;
    private static final int NUMBERS_OF_A_LIFE = 1_000_000;

    @TempDir
    private Path folder;

    private final Set<Integer> acknowledged = ConcurrentHashMap.newKeySet();

    @Test
    void has_every_record_it_acknowledged_before_it_was_killed() throws Exception {
        for (int life = 0; life < KILLS; life++) {
            try (ServerProcess kafka = ServerProcess.kafka(folder)) {
                if (life == 0) {
                    createTopic(kafka.address());
                }
                produceUntilKilled(kafka, life * NUMBERS_OF_A_LIFE);
            }
        }

        try (ServerProcess kafka = ServerProcess.kafka(folder)) {
            assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(KILLS * ACKNOWLEDGED_BEFORE_A_KILL);
            assertThat(acknowledged).isSubsetOf(records(kafka.address()));
        }
    }

    private void produceUntilKilled(ServerProcess kafka, int first) throws Exception {
        CountDownLatch enough = new CountDownLatch(ACKNOWLEDGED_BEFORE_A_KILL);
        KafkaProducer<Integer, Integer> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.address(), "acks", "all"),
                new IntegerSerializer(),
                new IntegerSerializer());
        Thread producing = Thread.ofPlatform().start(() -> {
            for (int number = first; number < first + NUMBERS_OF_A_LIFE; number++) {
                if (!send(producer, number, enough)) {
                    return;
                }
            }
        });
        assertThat(enough.await(1, TimeUnit.MINUTES)).isTrue();
        kafka.kill();
        producer.close(Duration.ZERO);
        producing.join();
    }

    private boolean send(KafkaProducer<Integer, Integer> producer, int number, CountDownLatch enough) {
        try {
            var _ = producer.send(new ProducerRecord<>(OUTCOMES.topic(), number, number), (position, failure) -> {
                if (failure == null) {
                    acknowledged.add(number);
                    enough.countDown();
                }
            });
            return true;
        } catch (KafkaException | IllegalStateException closed) {
            return false;
        }
    }

    private static void createTopic(String bootstrap) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            admin.createTopics(Set.of(new NewTopic(OUTCOMES.topic(), 1, (short) 1)))
                    .all()
                    .get(30, TimeUnit.SECONDS);
        }
    }

    private static Set<Integer> records(String bootstrap) {
        Set<Integer> numbers = new HashSet<>();
        try (KafkaConsumer<Integer, Integer> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap), new IntegerDeserializer(), new IntegerDeserializer())) {
            consumer.assign(Set.of(OUTCOMES));
            consumer.seekToBeginning(Set.of(OUTCOMES));
            long end = consumer.endOffsets(Set.of(OUTCOMES)).getOrDefault(OUTCOMES, 0L);
            while (consumer.position(OUTCOMES) < end) {
                consumer.poll(Duration.ofMillis(100)).forEach(each -> numbers.add(each.value()));
            }
        }
        return numbers;
    }
}
