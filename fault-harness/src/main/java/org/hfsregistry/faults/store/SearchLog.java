package org.hfsregistry.faults.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.hfsregistry.contract.topic.Topics;

/** Looks for texts in what compaction leaves of the treatments' topic: the last value of each key stays for ever. */
public final class SearchLog {

    private static final Duration LOOK = Duration.ofSeconds(1);

    private SearchLog() {}

    /** Each key whose last value has one of these texts anywhere. */
    public static List<String> naming(String kafkaBootstrap, Collection<String> texts) {
        return last(kafkaBootstrap).entrySet().stream()
                .filter(each -> each.getValue().stream()
                        .anyMatch(value -> texts.stream().anyMatch(value::contains)))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private static Map<String, Optional<String>> last(String kafkaBootstrap) {
        Topics.Topic topic = new Topics("").treatments();
        List<TopicPartition> partitions = IntStream.range(0, topic.partitions())
                .mapToObj(partition -> new TopicPartition(topic.name(), partition))
                .toList();
        Map<String, Optional<String>> last = new HashMap<>();
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, kafkaBootstrap),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream()
                    .anyMatch(each -> consumer.position(each) < Objects.requireNonNull(ends.get(each)))) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(LOOK)) {
                    last.put(record.key(), Optional.ofNullable(record.value()).map(value -> new String(value, UTF_8)));
                }
            }
        }
        return last;
    }
}
