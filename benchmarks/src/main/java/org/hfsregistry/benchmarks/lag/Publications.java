package org.hfsregistry.benchmarks.lag;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Follows the registry's treatments, and notes when and where the one of each outcome was published. */
public final class Publications implements AutoCloseable {

    private static final Duration LONGEST_POLL = Duration.ofMillis(50);
    private static final String BEFORE_NUMBER = "/t-";

    private final AtomicLongArray seen;
    private final int[] partitions;
    private final long[] offsets;
    private final AtomicInteger count = new AtomicInteger();
    private final KafkaConsumer<String, byte[]> consumer;
    private final Thread thread;
    private volatile boolean closed;

    /** Of a topic, in which so many outcomes will be told of. */
    public Publications(String bootstrap, String topic, int outcomes) {
        this.seen = new AtomicLongArray(outcomes);
        this.partitions = new int[outcomes];
        this.offsets = new long[outcomes];
        this.consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap, "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> all = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(all);
        consumer.seekToBeginning(all);
        this.thread = Thread.ofPlatform().start(this::follow);
    }

    private void follow() {
        while (!closed) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(LONGEST_POLL)) {
                int number = Integer.parseInt(
                        record.key().substring(record.key().indexOf(BEFORE_NUMBER) + BEFORE_NUMBER.length()));
                if (seen.get(number) == 0) {
                    partitions[number] = record.partition();
                    offsets[number] = record.offset();
                    seen.set(number, System.nanoTime());
                    count.incrementAndGet();
                }
            }
        }
    }

    /** How many outcomes have been published. */
    public int count() {
        return count.get();
    }

    /** When an outcome was, in nanoseconds of this JVM; 0 before that. Where it was is to be asked for after it. */
    public long seen(int number) {
        return seen.get(number);
    }

    /** Where it was. */
    public int partition(int number) {
        return partitions[number];
    }

    /** Where it was. */
    public long offset(int number) {
        return offsets[number];
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        consumer.close();
    }
}
