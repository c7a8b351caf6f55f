package org.hfsregistry.registry.registration.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.hfsregistry.contract.pseudonym.PseudonymChain;
import org.hfsregistry.contract.topic.Topics;
import org.hfsregistry.platform.Platform;
import org.hfsregistry.registry.arrival.PseudonymKeys;
import org.hfsregistry.registry.following.Claim;
import org.hfsregistry.registry.following.ClaimPartitions;
import org.hfsregistry.registry.following.Positions;
import org.hfsregistry.registry.following.WaitingForKeys;
import org.hfsregistry.registry.receipt.Published;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who holds a partition claims it, also after somebody else's late claim; who was put out of the group does not. */
class PartitionsHeldIT {

    private static final long STORED = 3;
    private static final PseudonymKeys FIRST_KEY = new PseudonymKeys(PseudonymChain.after("k1", List.of()), Set.of());

    private final String name = "held" + UUID.randomUUID();
    private final TopicPartition partition = new TopicPartition(name, 0);
    private final StoredPosition position = new StoredPosition();
    private final DocumentTopics documents = new DocumentTopics(new Topics(name + "."));
    private final WaitingForKeys waiting = new WaitingForKeys();
    private final Set<String> turned = ConcurrentHashMap.newKeySet();
    private final PartitionsHeld held = new PartitionsHeld(
            new ClaimPartitions(position, new TurnedTo(turned), FIRST_KEY, waiting),
            position,
            waiting,
            documents,
            () -> false);
    private final List<String> reasonsBefore = new CopyOnWriteArrayList<>();
    private final List<Map<Integer, Claim>> heldOnAssignment = new ArrayList<>();
    private final Admin admin =
            Admin.create(Map.of("bootstrap.servers", Platform.forTests().kafkaBootstrap()));
    private final KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
            Map.of(
                    "bootstrap.servers",
                    Platform.forTests().kafkaBootstrap(),
                    "group.id",
                    name,
                    "enable.auto.commit",
                    false,
                    "auto.offset.reset",
                    "none",
                    "partition.assignment.strategy",
                    CooperativeStickyAssignor.class.getName()),
            new StringDeserializer(),
            new ByteArrayDeserializer());

    @BeforeEach
    void subscribe() {
        result(admin.createTopics(List.of(
                        new NewTopic(name, 1, (short) 1),
                        new NewTopic(documents.topics().treatments().name(), 2, (short) 1),
                        new NewTopic(documents.topics().hospitals().name(), 1, (short) 1)))
                .all());
        write(name, 0, STORED + 2);
        consumer.subscribe(List.of(name), new HeldOnAssignment(consumer, held, heldOnAssignment));
    }

    @AfterEach
    void close() {
        consumer.close();
        admin.close();
    }

    @Test
    void a_claim_that_came_too_late_is_answered_by_a_claim_of_the_one_that_holds_the_partition() {
        pollUntilAssigned(1);
        long late = position.claim(0).epoch();

        consumer.seek(partition, 0);
        held.claimAnew(consumer, partition);

        assertThat(held.claims()).containsEntry(0, new Claim(0, late + 1, OptionalLong.of(STORED)));
        assertThat(consumer.position(partition)).isEqualTo(STORED);
    }

    @Test
    void a_claim_notes_that_all_that_is_in_the_topics_was_published_before() {
        String treatments = documents.topics().treatments().name();
        write(treatments, 1, 2);

        pollUntilAssigned(1);

        assertThat(position.noted)
                .containsExactlyInAnyOrder(
                        new Published(Published.Topic.TREATMENTS, 0, 0),
                        new Published(Published.Topic.TREATMENTS, 1, 2),
                        new Published(Published.Topic.HOSPITALS, 0, 0));
    }

    @Test
    void one_that_was_put_out_does_not_claim_anew_until_it_is_given_the_partition_again() {
        pollUntilAssigned(1);
        putOut();
        long claimedByTheNext = position.claim(0).epoch();

        held.claimAnew(consumer, partition);

        assertThat(position.epoch).isEqualTo(claimedByTheNext);
        assertThat(held.claims()).isEmpty();

        pollUntilAssigned(2);

        assertThat(held.claims()).containsEntry(0, new Claim(0, claimedByTheNext + 1, OptionalLong.of(STORED)));
    }

    @Test
    void a_partition_that_was_lost_while_the_store_was_away_is_not_claimed() {
        position.onFirstClaim = () -> {
            putOut();
            throw new IllegalStateException("the store is away");
        };

        pollUntilAssigned(2);

        assertThat(heldOnAssignment).containsExactly(Map.of(), Map.of(0, new Claim(0, 1, OptionalLong.of(STORED))));
    }

    @Test
    void a_partition_that_is_still_held_is_claimed_when_the_store_is_back() {
        position.onFirstClaim = () -> {
            throw new IllegalStateException("the store is away");
        };

        pollUntilAssigned(1);

        assertThat(heldOnAssignment).containsExactly(Map.of(0, new Claim(0, 1, OptionalLong.of(STORED))));
    }

    @Test
    void a_partition_of_a_record_that_was_turned_to_an_unknown_key_is_held_and_not_followed() {
        turned.add("k2-2");
        position.onFirstClaim = () -> new Thread(() -> {
                    await().atMost(Duration.ofMinutes(1))
                            .until(() -> !waiting.reasons().isEmpty());
                    reasonsBefore.addAll(waiting.reasons());
                    turned.clear();
                })
                .start();

        pollUntilAssigned(1);

        assertThat(reasonsBefore).singleElement().asString().contains("k2-2 is not known here");
        assertThat(waiting.reasons()).isEmpty();
        assertThat(heldOnAssignment).containsExactly(Map.of(0, new Claim(0, position.epoch, OptionalLong.of(STORED))));
        assertThat(position.epoch).isGreaterThan(1);
    }

    @Test
    void what_the_log_dropped_before_it_was_followed_is_noted_as_lost() {
        drop(STORED + 1);

        pollUntilAssigned(1);

        assertThat(position.begins).isEqualTo(STORED + 1);
        assertThat(consumer.position(partition)).isEqualTo(STORED + 1);
    }

    @Test
    void so_is_what_it_drops_while_it_is_followed_when_the_partition_is_claimed_anew() {
        pollUntilAssigned(1);
        drop(STORED + 2);

        held.claimAnew(consumer, partition);

        assertThat(position.begins).isEqualTo(STORED + 2);
        assertThat(consumer.position(partition)).isEqualTo(STORED + 2);
    }

    @Test
    void a_log_that_ends_before_it_was_followed_to_is_begun_again_for_the_history_to_refuse_it() {
        position.stored = STORED + 3;

        pollUntilAssigned(1);

        assertThat(consumer.position(partition)).isZero();
        assertThat(position.begins).isZero();
    }

    private void write(String topic, int to, long records) {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", Platform.forTests().kafkaBootstrap()),
                new StringSerializer(),
                new StringSerializer())) {
            for (int each = 0; each < records; each++) {
                result(producer.send(new ProducerRecord<>(topic, to, "key", "value")));
            }
        }
    }

    private void drop(long before) {
        result(admin.deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(before)))
                .all());
    }

    private void pollUntilAssigned(int times) {
        await().atMost(Duration.ofMinutes(1)).until(() -> {
            consumer.poll(Duration.ofMillis(100));
            return heldOnAssignment.size() == times;
        });
    }

    /** What the group does to a member that has not been heard of for too long. */
    private void putOut() {
        result(admin.removeMembersFromConsumerGroup(name, new RemoveMembersFromConsumerGroupOptions())
                .all());
    }

    private static void result(Future<?> future) {
        try {
            future.get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The position of one partition. */
    private static final class StoredPosition implements Positions {
        private long stored = STORED;
        private long begins;
        private long epoch;
        private List<Published> noted = List.of();
        private Runnable onFirstClaim = () -> {};

        @Override
        public int firstPartitions(int now) {
            throw new UnsupportedOperationException("nothing is applied");
        }

        @Override
        public Claim claim(int partition) {
            Runnable event = onFirstClaim;
            onFirstClaim = () -> {};
            event.run();
            epoch++;
            return new Claim(partition, epoch, OptionalLong.of(stored));
        }

        @Override
        public void breakClaims() {
            throw new UnsupportedOperationException("nobody turns");
        }

        @Override
        public boolean note(Claim claim, long next, List<Published> published) {
            assertThat(next).isEqualTo(Math.max(stored, begins));
            noted = published;
            return claim.epoch() == epoch;
        }

        @Override
        public void noteLost(Claim claim, long beginning) {
            begins = beginning;
        }
    }
}
