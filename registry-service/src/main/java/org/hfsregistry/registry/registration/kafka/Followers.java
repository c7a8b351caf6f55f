package org.hfsregistry.registry.registration.kafka;

import java.util.List;
import java.util.stream.IntStream;
import org.hfsregistry.contract.topic.Topics;
import org.hfsregistry.registry.following.ClaimPartitions;
import org.hfsregistry.registry.following.LogPartitions;
import org.hfsregistry.registry.following.Positions;
import org.hfsregistry.registry.following.WaitingForKeys;
import org.hfsregistry.registry.registration.ApplyOutcomes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.event.ConsumerStoppedEvent;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.stereotype.Component;

/**
 * Runs the followers. Each has a container of its own, since the claims it holds are its own: another consumer of the same
 * process must not note positions for it.
 */
@Component
class Followers implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Followers.class);
    private static final String CLIENT = "hfs-registry";
    private static final long STOP_MILLIS = 60_000;

    private final List<KafkaMessageListenerContainer<String, byte[]>> containers;
    private final TurnFirst turnFirst;
    private final ApplicationContext application;
    private volatile boolean running;
    private volatile Thread starting = new Thread();

    Followers(
            ConsumerFactory<String, byte[]> kafka,
            Topics topics,
            FollowerSettings settings,
            ApplyOutcomes applyOutcomes,
            LogPartitions logPartitions,
            ClaimPartitions claimPartitions,
            Positions positions,
            WaitingForKeys waiting,
            TurnFirst turnFirst,
            BatchAccount account,
            TracedArrivals traced,
            ApplicationContext application) {
        this.turnFirst = turnFirst;
        this.application = application;
        this.containers = IntStream.range(0, settings.followers())
                .mapToObj(number -> {
                    PartitionsHeld held = new PartitionsHeld(
                            claimPartitions, positions, waiting, new DocumentTopics(topics), () -> !running);
                    TryAgain tryAgain = new TryAgain(settings.longestPause(), held::claimAnew);
                    Follower follower =
                            new Follower(applyOutcomes, logPartitions, held, account, waiting, traced, tryAgain);
                    return container(kafka, topics, follower, held, tryAgain, number);
                })
                .toList();
    }

    private KafkaMessageListenerContainer<String, byte[]> container(
            ConsumerFactory<String, byte[]> kafka,
            Topics topics,
            Follower follower,
            PartitionsHeld held,
            TryAgain tryAgain,
            int number) {
        ContainerProperties properties =
                new ContainerProperties(topics.submitted().name());
        properties.setGroupId(topics.groupOfTheRegistry());
        properties.setClientId(CLIENT + "-" + number);
        properties.setAckMode(ContainerProperties.AckMode.BATCH);
        properties.setShutdownTimeout(STOP_MILLIS);
        properties.setMessageListener(follower);
        properties.setConsumerRebalanceListener(held);
        KafkaMessageListenerContainer<String, byte[]> container =
                new KafkaMessageListenerContainer<>(kafka, properties);
        container.setBeanName("follower-" + number);
        container.setApplicationContext(application);
        container.setApplicationEventPublisher(application);
        container.setCommonErrorHandler(tryAgain);
        return container;
    }

    /** A consumer that stopped by itself does not come back; the process has to be started again. */
    @EventListener
    void onStopped(ConsumerStoppedEvent event) {
        if (running && event.getReason() != ConsumerStoppedEvent.Reason.NORMAL) {
            LOG.error("A follower stopped: {}", event.getReason());
            AvailabilityChangeEvent.publish(application, LivenessState.BROKEN);
        }
    }

    @Override
    public void start() {
        running = true;
        if (turnFirst.isDone()) {
            follow();
        } else {
            starting = Thread.ofPlatform().name("turn-pseudonyms").start(() -> {
                if (turnFirst.await()) {
                    follow();
                }
            });
        }
    }

    private void follow() {
        containers.forEach(KafkaMessageListenerContainer::start);
    }

    @Override
    public void stop() {
        running = false;
        turnFirst.stop();
        joinStart();
        containers.parallelStream().forEach(KafkaMessageListenerContainer::stop);
    }

    private void joinStart() {
        try {
            starting.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
