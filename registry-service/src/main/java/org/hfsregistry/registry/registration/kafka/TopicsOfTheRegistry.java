package org.hfsregistry.registry.registration.kafka;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;
import org.hfsregistry.contract.topic.Topics;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;
import org.springframework.validation.annotation.Validated;

/**
 * The topics that the registry reads and writes, made at start where they are not there.
 *
 * <p>One that is there stays as it is. Spring would add partitions to it, and that would split a hospital's order.
 */
@Component
class TopicsOfTheRegistry implements SmartInitializingSingleton {

    private final KafkaAdmin kafka;
    private final Topics topics;
    private final Settings settings;

    TopicsOfTheRegistry(KafkaAdmin kafka, Topics topics, Settings settings) {
        this.kafka = kafka;
        this.topics = topics;
        this.settings = settings;
    }

    /** For every door to the broker. */
    @Bean
    static Topics topics(Settings settings) {
        return new Topics(settings.prefix(), settings.submittedKeptFor());
    }

    @Override
    public void afterSingletonsInstantiated() {
        List<NewTopic> all = Stream.of(
                        topics.submitted(settings.replicas()),
                        topics.treatments(settings.compactedWithin()),
                        topics.hospitals(settings.compactedWithin()),
                        topics.quarantine())
                .map(this::topic)
                .toList();
        try (Admin admin = Admin.create(kafka.getConfigurationProperties())) {
            for (KafkaFuture<Void> made : admin.createTopics(all).values().values()) {
                await(made);
            }
        }
    }

    private NewTopic topic(Topics.Topic topic) {
        return new NewTopic(topic.name(), Optional.of(topic.partitions()), Optional.of(settings.replicas()))
                .configs(Map.copyOf(topic.configuration()));
    }

    private static void await(KafkaFuture<Void> made) {
        try {
            made.get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException("the topics can't be had from Kafka", e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while making topics", e);
        }
    }

    /**
     * How topics are named and made.
     *
     * @param prefix put before their names
     * @param replicas of a topic that is not there yet
     * @param submittedKeptFor how long what was submitted is kept, if its topic is not there yet; else say what that one has
     * @param compactedWithin after this time nothing of what was erased is in the compacted topics, if they are not there yet
     */
    @Validated
    @ConfigurationProperties("hfs.topics")
    record Settings(
            String prefix,
            @Min(1) short replicas,
            @DefaultValue("30d") Duration submittedKeptFor,
            @DefaultValue("1d") Duration compactedWithin) {}
}
