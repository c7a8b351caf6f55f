package org.hfsregistry.analytics.feed.kafka;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.hfsregistry.analytics.feed.ChangeLog;
import org.hfsregistry.analytics.feed.FeedInterrupted;
import org.hfsregistry.analytics.feed.UnreadableDocuments;
import org.hfsregistry.contract.topic.Topics;
import org.hfsregistry.traces.EventTraces;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.stereotype.Component;

/** Opens the compacted topics, and makes them where they are not there yet. */
@Component
@EnableConfigurationProperties(TopicSettings.class)
final class KafkaChangeLog implements ChangeLog {
    private static final int LONGEST_CALL_MILLIS = 5_000;
    private static final int MOST_RECORDS = 2_000;

    private final KafkaProperties kafka;
    private final TopicSettings settings;
    private final Topics topics;
    private final UnreadableDocuments unreadable;
    private final EventTraces traces;

    KafkaChangeLog(KafkaProperties kafka, TopicSettings settings, UnreadableDocuments unreadable, EventTraces traces) {
        this.kafka = kafka;
        this.settings = settings;
        this.topics = new Topics(settings.prefix());
        this.unreadable = unreadable;
        this.traces = traces;
    }

    @Override
    public Follower open() {
        try {
            String log = declareTopics();
            return new TopicFollower(new KafkaConsumer<>(configuration()), log, topics, unreadable, traces);
        } catch (KafkaException unreachable) {
            throw new FeedInterrupted(unreachable);
        }
    }

    private Map<String, Object> configuration() {
        Map<String, Object> configuration = new HashMap<>(kafka.buildConsumerProperties());
        configuration.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
        configuration.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        configuration.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        configuration.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        configuration.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        configuration.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MOST_RECORDS);
        configuration.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, LONGEST_CALL_MILLIS);
        configuration.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, LONGEST_CALL_MILLIS);
        configuration.remove(ConsumerConfig.GROUP_ID_CONFIG);
        return configuration;
    }

    /** Makes those that are not there; gives the id of the treatments' topic, which no other topic ever has. */
    private String declareTopics() {
        Map<String, Object> configuration = new HashMap<>(kafka.buildAdminProperties());
        configuration.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, LONGEST_CALL_MILLIS);
        configuration.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, LONGEST_CALL_MILLIS);
        List<NewTopic> declared = Stream.of(topics.treatments(), topics.hospitals(), topics.quarantine())
                .map(topic -> new NewTopic(topic.name(), topic.partitions(), settings.replicas())
                        .configs(topic.configuration()))
                .toList();
        try (Admin admin = Admin.create(configuration)) {
            for (NewTopic topic : declared) {
                declare(admin, topic);
            }
            return id(admin, topics.treatments().name());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new FeedInterrupted(interrupted);
        }
    }

    private static String id(Admin admin, String topic) throws InterruptedException {
        try {
            KafkaFuture<TopicDescription> described = Objects.requireNonNull(
                    admin.describeTopics(List.of(topic)).topicNameValues().get(topic));
            return described.get().topicId().toString();
        } catch (ExecutionException refused) {
            throw new FeedInterrupted(refused);
        }
    }

    private static void declare(Admin admin, NewTopic topic) throws InterruptedException {
        try {
            admin.createTopics(List.of(topic)).all().get();
        } catch (ExecutionException refused) {
            if (!(refused.getCause() instanceof TopicExistsException)) {
                throw new FeedInterrupted(refused);
            }
        }
    }
}
