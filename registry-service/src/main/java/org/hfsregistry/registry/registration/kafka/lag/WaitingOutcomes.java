package org.hfsregistry.registry.registration.kafka.lag;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.hfsregistry.registry.receipt.Followed;
import org.hfsregistry.registry.receipt.Lost;

/**
 * What was submitted and is not registered yet.
 *
 * @param count how many outcomes
 * @param lost how many the log dropped before they were registered, ever
 * @param age of the oldest of them; none where there are none
 */
record WaitingOutcomes(long count, long lost, Duration age) {

    private static final Duration LONGEST_POLL = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Followed NEVER = new Followed(0, List.of());

    /**
     * As it is now; absent where the broker knows no partition of the topic. What is registered is what the store says; Kafka's own
     * offsets are not put back with it, and nobody follows from them.
     * A log that ends before that is another one, and all of it waits.
     *
     * @param followed how far the store has each partition
     * @param consumer of no group
     * @throws org.apache.kafka.common.KafkaException where the broker does not tell
     */
    static Optional<WaitingOutcomes> in(
            String topic, Map<Integer, Followed> followed, Consumer<String, byte[]> consumer, Clock clock) {
        Set<TopicPartition> all = consumer.partitionsFor(topic).stream()
                .map(known -> new TopicPartition(topic, known.partition()))
                .collect(Collectors.toSet());
        if (all.isEmpty()) {
            return Optional.empty();
        }
        Map<TopicPartition, Long> begins = consumer.beginningOffsets(all);
        Map<TopicPartition, Long> next = new HashMap<>();
        long count = 0;
        long lost = 0;
        for (Map.Entry<TopicPartition, Long> end : consumer.endOffsets(all).entrySet()) {
            TopicPartition partition = end.getKey();
            Followed known = followed.getOrDefault(partition.partition(), NEVER);
            long begin = begins.getOrDefault(partition, 0L);
            lost += known.lost().stream().mapToLong(Lost::count).sum() + Math.max(0, begin - known.next());
            long from = known.next() > end.getValue() ? begin : Math.max(begin, known.next());
            if (from < end.getValue()) {
                next.put(partition, from);
                count += end.getValue() - from;
            }
        }
        return Optional.of(new WaitingOutcomes(count, lost, age(next, consumer, clock.instant())));
    }

    /** Of the first record at each of these places; what can't be read in time does not make it older. */
    private static Duration age(Map<TopicPartition, Long> next, Consumer<String, byte[]> consumer, Instant now) {
        Set<TopicPartition> unread = new HashSet<>(next.keySet());
        consumer.assign(unread);
        next.forEach(consumer::seek);
        Instant oldest = now;
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (!unread.isEmpty() && System.nanoTime() < giveUp) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(LONGEST_POLL)) {
                TopicPartition partition = new TopicPartition(record.topic(), record.partition());
                if (unread.remove(partition)) {
                    consumer.pause(Set.of(partition));
                    Instant written = Instant.ofEpochMilli(record.timestamp());
                    oldest = written.isBefore(oldest) ? written : oldest;
                }
            }
        }
        consumer.unsubscribe();
        return Duration.between(oldest, now);
    }
}
