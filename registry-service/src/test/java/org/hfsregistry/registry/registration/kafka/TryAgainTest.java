package org.hfsregistry.registry.registration.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.hfsregistry.contract.topic.Topics;
import org.hfsregistry.registry.registration.Claim;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.kafka.listener.ListenerExecutionFailedException;

/** A partition that failed goes back and waits; no other does. */
class TryAgainTest {

    private static final String LOG = new Topics("").submitted().name();
    private static final TopicPartition BAD = new TopicPartition(LOG, 0);
    private static final TopicPartition GOOD = new TopicPartition(LOG, 1);
    private static final long FIRST = 7;
    private static final long AFTER = 9;
    private static final Duration A_MOMENT = Duration.ofMillis(100);
    private static final Duration SOON = Duration.ofSeconds(20);

    private final List<TopicPartition> claimedAnew = new ArrayList<>();
    private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("none");
    private final KafkaMessageListenerContainer<String, byte[]> container = new KafkaMessageListenerContainer<>(
            new DefaultKafkaConsumerFactory<>(Map.of()), new ContainerProperties(LOG));

    @BeforeEach
    void poll() {
        consumer.assign(List.of(BAD, GOOD));
        consumer.seek(BAD, AFTER);
        consumer.seek(GOOD, AFTER);
    }

    @Test
    void a_partition_that_failed_is_taken_again_after_a_pause_in_which_the_others_go_on() {
        handle(new Follower.Failed(Map.of(BAD.partition(), new IllegalStateException("damaged"))));

        assertThat(consumer.position(BAD)).isEqualTo(FIRST);
        assertThat(consumer.position(GOOD)).isEqualTo(AFTER);
        assertThat(container.isPartitionPauseRequested(BAD)).isTrue();
        assertThat(container.isPartitionPauseRequested(GOOD)).isFalse();
        assertThat(claimedAnew).isEmpty();
        await().atMost(SOON).until(() -> !container.isPartitionPauseRequested(BAD));
    }

    @Test
    void one_that_another_registry_has_claimed_is_claimed_anew() {
        handle(new Follower.Failed(Map.of(BAD.partition(), new Claim.TakenOver(Set.of(BAD.partition())))));

        assertThat(claimedAnew).containsExactly(BAD);
        assertThat(consumer.position(GOOD)).isEqualTo(AFTER);
    }

    @Test
    void all_go_back_where_it_is_not_known_which_failed() {
        handle(new IllegalStateException("no span"));

        assertThat(consumer.position(BAD)).isEqualTo(FIRST);
        assertThat(consumer.position(GOOD)).isEqualTo(FIRST);
    }

    private void handle(RuntimeException thrown) {
        ConsumerRecords<String, byte[]> batch = new ConsumerRecords<>(
                Stream.of(BAD, GOOD).collect(Collectors.toMap(partition -> partition, TryAgainTest::two)), Map.of());
        new TryAgain(A_MOMENT, (_, partition) -> claimedAnew.add(partition))
                .handleBatch(
                        new ListenerExecutionFailedException("failed", thrown), batch, consumer, container, () -> {});
    }

    private static List<ConsumerRecord<String, byte[]>> two(TopicPartition partition) {
        return LongStream.range(FIRST, AFTER)
                .mapToObj(offset ->
                        new ConsumerRecord<>(partition.topic(), partition.partition(), offset, "h", new byte[0]))
                .toList();
    }
}
