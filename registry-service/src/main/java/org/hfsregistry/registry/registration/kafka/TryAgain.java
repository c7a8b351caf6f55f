package org.hfsregistry.registry.registration.kafka;

import java.time.Duration;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.hfsregistry.registry.registration.Claim;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.ListenerUtils;
import org.springframework.kafka.listener.MessageListenerContainer;

/**
 * What to do when a batch fails: go back to its beginning, wait, and take it again, for ever. What can't be read or applied
 * does not fail, it is decided; so a failure is an outage, and after an outage nothing may be missing. Or it is a claim that
 * does not hold, and then the partition is claimed anew first. Or some partitions wait for a pseudonym key, and then only those
 * go back.
 */
final class TryAgain implements CommonErrorHandler {

    private static final Logger LOG = LoggerFactory.getLogger(TryAgain.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

    private final Duration longestPause;
    private final PartitionsHeld held;
    private Duration pause = FIRST_PAUSE;

    TryAgain(Duration longestPause, PartitionsHeld held) {
        this.longestPause = longestPause;
        this.held = held;
    }

    @Override
    public boolean seeksAfterHandling() {
        return true;
    }

    @Override
    public boolean isAckAfterHandle() {
        return false;
    }

    @Override
    public void handleBatch(
            Exception outage,
            ConsumerRecords<?, ?> batch,
            Consumer<?, ?> consumer,
            MessageListenerContainer container,
            Runnable invokeListener) {
        LOG.warn("A batch of {} failed and is taken again in {}", batch.count(), pause, outage);
        batch.partitions().stream()
                .filter(partition -> !(outage.getCause() instanceof Follower.WithoutKey waiting)
                        || waiting.partitions().contains(partition.partition()))
                .forEach(partition -> consumer.seek(
                        partition, batch.records(partition).getFirst().offset()));
        if (outage.getCause() instanceof Claim.TakenOver takenOver) {
            batch.partitions().stream()
                    .filter(partition -> takenOver.partitions().contains(partition.partition()))
                    .forEach(partition -> held.claimAnew(consumer, partition));
        }
        waitIn(container);
    }

    @Override
    public void handleOtherException(
            Exception outage, Consumer<?, ?> consumer, MessageListenerContainer container, boolean batchListener) {
        LOG.warn("Kafka failed and is asked again in {}", pause, outage);
        waitIn(container);
    }

    /** A batch went through. */
    void recovered() {
        pause = FIRST_PAUSE;
    }

    private void waitIn(MessageListenerContainer container) {
        Duration now = pause;
        pause = now.multipliedBy(2).compareTo(longestPause) < 0 ? now.multipliedBy(2) : longestPause;
        try {
            ListenerUtils.stoppableSleep(container, now.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
