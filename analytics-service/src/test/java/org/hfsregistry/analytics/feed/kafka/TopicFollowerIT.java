package org.hfsregistry.analytics.feed.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.hfsregistry.analytics.feed.UnreadableDocuments;
import org.hfsregistry.contract.topic.Topics;
import org.hfsregistry.platform.Platform;
import org.hfsregistry.traces.EventTraces;
import org.junit.jupiter.api.Test;

class TopicFollowerIT {

    private final String bootstrap = Platform.forTests().kafkaBootstrap();
    private final Topics topics = new Topics("follower-" + UUID.randomUUID() + "-");

    @Test
    void a_topic_that_the_broker_does_not_know_yet_is_not_followed_with_no_partitions() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            declare(admin, topics.treatments());
            assertThatThrownBy(this::follow).isInstanceOf(UnknownTopicOrPartitionException.class);

            declare(admin, topics.hospitals());
            assertThatThrownBy(this::follow).isInstanceOf(UnknownTopicOrPartitionException.class);

            declare(admin, topics.quarantine());
            try (TopicFollower follower = follow()) {
                assertThat(follower.ends().treatments())
                        .hasSize(topics.treatments().partitions());
                assertThat(follower.ends().hospitals())
                        .hasSize(topics.hospitals().partitions());
                assertThat(follower.ends().quarantine())
                        .hasSize(topics.quarantine().partitions());
            }
        }
    }

    private TopicFollower follow() {
        KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap, "allow.auto.create.topics", false),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        return new TopicFollower(consumer, "any", topics, new UnreadableDocuments(), EventTraces.none());
    }

    /** Returns when the broker knows it. */
    private static void declare(Admin admin, Topics.Topic topic) throws Exception {
        admin.createTopics(List.of(new NewTopic(topic.name(), topic.partitions(), (short) 1)))
                .all()
                .get();
        while (!admin.listTopics().names().get().contains(topic.name())) {
            Thread.onSpinWait();
        }
    }
}
