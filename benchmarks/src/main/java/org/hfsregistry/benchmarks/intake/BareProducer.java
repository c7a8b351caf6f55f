package org.hfsregistry.benchmarks.intake;

import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** The same bytes sent to the same broker by Kafka's client alone, with the settings that intake's has. */
final class BareProducer {

    private BareProducer() {}

    @SuppressWarnings("FutureReturnValueIgnored") // the callback hears the same
    static Measured send(String bootstrap, String topic, String key, SampleRows rows, long count) {
        AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
        long start = System.nanoTime();
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.COMPRESSION_TYPE_CONFIG,
                        "lz4",
                        ProducerConfig.BATCH_SIZE_CONFIG,
                        256 * 1024,
                        ProducerConfig.BUFFER_MEMORY_CONFIG,
                        64L * 1024 * 1024,
                        ProducerConfig.LINGER_MS_CONFIG,
                        3),
                new StringSerializer(),
                new ByteArraySerializer())) {
            for (long i = 0; i < count; i++) {
                producer.send(new ProducerRecord<>(topic, key, rows.next()), (kept, why) -> {
                    if (why != null) {
                        failure.set(why);
                    }
                });
            }
            producer.flush();
        }
        if (failure.get() != null) {
            throw new IllegalStateException("the broker did not take a record", failure.get());
        }
        return new Measured("bare KafkaProducer, acks=all, lz4", count, (System.nanoTime() - start) / 1e9);
    }
}
