package org.hfsregistry.intake.submission.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.hfsregistry.contract.topic.Topics;
import org.hfsregistry.intake.submission.BrokerUnavailable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;

/**
 * The topic, made where it is not there.
 *
 * <p>Nothing is sent before: a broker that makes topics by itself would give this one the wrong number of partitions. The
 * broker may be away when intake starts, so who sends asks, until it is there.
 */
@Component
class SubmittedTopic {

    private static final Logger LOG = LoggerFactory.getLogger(SubmittedTopic.class);

    /** A broker may not know yet what it made a moment ago. */
    private static final RetryTemplate UNTIL_KNOWN = new RetryTemplate(RetryPolicy.builder()
            .predicate(e -> e.getCause() instanceof UnknownTopicOrPartitionException)
            .delay(Duration.ofMillis(50))
            .maxRetries(100)
            .build());

    private final Topics.Topic topic;
    private final short replicas;
    private final KafkaAdmin kafka;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile boolean there;
    private long lastTry = System.nanoTime();

    SubmittedTopic(TopicSettings settings, KafkaAdmin kafka) {
        this.topic = settings.submitted();
        this.replicas = settings.replicas();
        this.kafka = kafka;
    }

    String name() {
        return topic.name();
    }

    /** Makes it ahead of the first outcome, which would have to wait for it otherwise. */
    @EventListener(ApplicationReadyEvent.class)
    void prepare() {
        Thread.ofVirtual().name("topic").start(() -> {
            try {
                ensure();
            } catch (BrokerUnavailable e) {
                LOG.warn("{}; outcomes are answered 503 until it is there", e.getMessage());
            }
        });
    }

    /**
     * Returns when the topic is there.
     *
     * @throws BrokerUnavailable within seconds, if that can't be told; who waited for another's try does not try again
     */
    void ensure() {
        if (there) {
            return;
        }
        long asked = System.nanoTime();
        lock.lock();
        try {
            if (there) {
                return;
            }
            if (lastTry - asked > 0) {
                throw unavailable(null);
            }
            lastTry = System.nanoTime();
            make();
            there = true;
        } finally {
            lock.unlock();
        }
    }

    private void make() {
        try (Admin admin = Admin.create(kafka.getConfigurationProperties())) {
            if (!isThere(admin)) {
                create(admin);
                awaitLeaders(admin);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokerUnavailable("intake stops", e);
        } catch (ExecutionException | KafkaException e) {
            throw unavailable(e);
        }
    }

    /**
     * Returns when the leader of each partition answers. Of several requests on their way to one that does not lead yet, the first may be
     * refused and the next be taken: then the first is out of order for good, and its outcomes are answered 503.
     */
    private void awaitLeaders(Admin admin) throws ExecutionException {
        try {
            UNTIL_KNOWN.execute(() -> admin.listOffsets(IntStream.range(0, topic.partitions())
                            .mapToObj(partition -> new TopicPartition(topic.name(), partition))
                            .collect(Collectors.toMap(partition -> partition, _ -> OffsetSpec.latest())))
                    .all()
                    .get());
        } catch (RetryException e) {
            throw new ExecutionException(e.getCause());
        }
    }

    private BrokerUnavailable unavailable(@Nullable Exception why) {
        String message = "the topic %s can't be had from Kafka".formatted(topic.name());
        return why == null
                ? new BrokerUnavailable(message)
                : new BrokerUnavailable(message + ": " + why.getMessage(), why);
    }

    private boolean isThere(Admin admin) throws ExecutionException, InterruptedException {
        try {
            admin.describeTopics(List.of(topic.name())).allTopicNames().get();
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return false;
            }
            throw e;
        }
    }

    private void create(Admin admin) throws ExecutionException, InterruptedException {
        try {
            NewTopic missing = new NewTopic(topic.name(), Optional.of(topic.partitions()), Optional.of(replicas));
            admin.createTopics(List.of(missing.configs(Map.copyOf(topic.configuration()))))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }
}
