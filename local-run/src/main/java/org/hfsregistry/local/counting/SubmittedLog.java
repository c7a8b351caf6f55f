package org.hfsregistry.local.counting;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.hfsregistry.contract.topic.Topics;
import org.hfsregistry.local.run.CannotBeDone;
import org.jspecify.annotations.Nullable;

/** The broker's view of how far everything has come. */
public final class SubmittedLog implements AutoCloseable {

    private static final int SLOWEST_ANSWER_MILLIS = 60_000;
    private static final Topics TOPICS = new Topics("");

    private final Admin admin;

    /** Of the broker at this address. */
    public SubmittedLog(String kafkaBootstrap) {
        this.admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                kafkaBootstrap,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                SLOWEST_ANSWER_MILLIS,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                SLOWEST_ANSWER_MILLIS));
    }

    /** How many submitted outcomes the registry has not applied yet. */
    public long lag() {
        Topics.Topic submitted = TOPICS.submitted();
        Map<TopicPartition, OffsetAndMetadata> applied = result(
                admin.listConsumerGroupOffsets(TOPICS.groupOfTheRegistry()).partitionsToOffsetAndMetadata());
        List<Long> earliest = offsets(submitted, OffsetSpec.earliest());
        List<Long> ends = ends(submitted);
        return IntStream.range(0, submitted.partitions())
                .mapToLong(partition -> {
                    @Nullable OffsetAndMetadata position = applied.get(new TopicPartition(submitted.name(), partition));
                    return ends.get(partition) - (position == null ? earliest.get(partition) : position.offset());
                })
                .sum();
    }

    /** How many outcomes were ever submitted, repetitions included. */
    public long submitted() {
        return ends(TOPICS.submitted()).stream().mapToLong(Long::longValue).sum();
    }

    /** The next offset of each partition of the topics with what was registered. */
    Map<String, List<Long>> registeredEnds() {
        return Stream.of(TOPICS.treatments(), TOPICS.hospitals())
                .collect(Collectors.toMap(Topics.Topic::name, this::ends));
    }

    @Override
    public void close() {
        admin.close();
    }

    private List<Long> ends(Topics.Topic topic) {
        return offsets(topic, OffsetSpec.latest());
    }

    private List<Long> offsets(Topics.Topic topic, OffsetSpec which) {
        Map<TopicPartition, OffsetSpec> asked = IntStream.range(0, topic.partitions())
                .mapToObj(partition -> new TopicPartition(topic.name(), partition))
                .collect(Collectors.toMap(Function.identity(), partition -> which));
        Map<TopicPartition, ListOffsetsResultInfo> found =
                result(admin.listOffsets(asked).all());
        return IntStream.range(0, topic.partitions())
                .mapToObj(partition -> Objects.requireNonNull(found.get(new TopicPartition(topic.name(), partition)))
                        .offset())
                .toList();
    }

    private static <T> T result(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new CannotBeDone("The broker can't be asked: " + e.getCause(), "Look at the logs.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotBeDone("The wait for the broker was broken off", "Try again.");
        }
    }
}
