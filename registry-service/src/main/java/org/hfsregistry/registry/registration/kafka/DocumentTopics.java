package org.hfsregistry.registry.registration.kafka;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.hfsregistry.contract.topic.Topics;
import org.hfsregistry.registry.receipt.Published;

/** The compacted topics, and how far they reach. */
record DocumentTopics(Topics topics) {

    Topics.Topic named(Published.Topic topic) {
        return switch (topic) {
            case TREATMENTS -> topics.treatments();
            case HOSPITALS -> topics.hospitals();
        };
    }

    /** Up to where the topics must be read to have read all of these records. */
    List<Published> upTo(Collection<RecordMetadata> acknowledged) {
        Map<TopicPartition, Long> furthest = new HashMap<>();
        acknowledged.forEach(record ->
                furthest.merge(new TopicPartition(record.topic(), record.partition()), record.offset() + 1, Math::max));
        return published(furthest);
    }

    /** Up to where the topics must be read to have read all that is in them now. */
    List<Published> ends(Consumer<?, ?> consumer) {
        List<TopicPartition> partitions = Arrays.stream(Published.Topic.values())
                .map(topic -> named(topic).name())
                .flatMap(name -> consumer.partitionsFor(name).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        return published(consumer.endOffsets(partitions));
    }

    private List<Published> published(Map<TopicPartition, Long> ends) {
        String treatments = topics.treatments().name();
        return ends.entrySet().stream()
                .map(end -> new Published(
                        end.getKey().topic().equals(treatments)
                                ? Published.Topic.TREATMENTS
                                : Published.Topic.HOSPITALS,
                        end.getKey().partition(),
                        end.getValue()))
                .toList();
    }
}
