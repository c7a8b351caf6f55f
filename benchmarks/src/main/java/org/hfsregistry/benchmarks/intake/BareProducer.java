package org.hfsregistry.benchmarks.intake;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Kafka's client alone, with the settings of intake's: it sends again what intake wrote. Key, headers and values are the
 * same bytes, so each record is as long as intake's and is compressed as well; they were made before, and cost nothing.
 */
final class BareProducer implements AutoCloseable {

    /** Far more bytes than the 64 KB in which lz4 finds repetitions. */
    private static final int DIFFERENT_RECORDS = 20_000;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final List<ProducerRecord<String, byte[]>> records;
    private final KafkaProducer<String, byte[]> producer;

    /** Takes the first records that are on the topic. */
    BareProducer(String bootstrap, String topic) {
        this.records = written(bootstrap, topic);
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true,
                        ProducerConfig.COMPRESSION_TYPE_CONFIG,
                        "lz4",
                        ProducerConfig.BATCH_SIZE_CONFIG,
                        256 * 1024,
                        ProducerConfig.BUFFER_MEMORY_CONFIG,
                        64L * 1024 * 1024,
                        ProducerConfig.LINGER_MS_CONFIG,
                        3),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** Sends so many and returns when the broker has acknowledged all of them. */
    @SuppressWarnings("FutureReturnValueIgnored") // the callback hears the same
    void send(long count) {
        AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
        for (long i = 0; i < count; i++) {
            producer.send(records.get((int) (i % records.size())), (kept, why) -> {
                if (why != null) {
                    failure.set(why);
                }
            });
        }
        producer.flush();
        if (failure.get() != null) {
            throw new IllegalStateException("the broker did not take a record", failure.get());
        }
    }

    private static List<ProducerRecord<String, byte[]>> written(String bootstrap, String topic) {
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> all = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(all);
            consumer.seekToBeginning(all);
            List<ProducerRecord<String, byte[]>> written = new ArrayList<>();
            while (written.size() < DIFFERENT_RECORDS) {
                int before = written.size();
                for (ConsumerRecord<String, byte[]> record : consumer.poll(PATIENCE)) {
                    written.add(new ProducerRecord<>(topic, null, record.key(), record.value(), record.headers()));
                }
                if (written.size() == before) {
                    throw new IllegalStateException("there are only " + before + " records on " + topic);
                }
            }
            return written;
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
