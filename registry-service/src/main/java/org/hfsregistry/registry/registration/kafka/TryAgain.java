package org.hfsregistry.registry.registration.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.hfsregistry.registry.registration.Claim;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.ListenerUtils;
import org.springframework.kafka.listener.MessageListenerContainer;

/**
 * What to do when partitions of a batch fail: go back to their beginning in it, let them wait, and take them again, for ever; the
 * others go on meanwhile. What can't be read does not fail, it is decided; so a failure is an outage, or somebody has to mend
 * something, and afterwards nothing may be missing. Or it is a claim that does not hold, and then the partition is claimed anew
 * first; or the log does not reach to where it was followed, and then the claim finds out what is lost.
 */
final class TryAgain implements CommonErrorHandler {

    private static final Logger LOG = LoggerFactory.getLogger(TryAgain.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

    private final Duration longestPause;
    private final BiConsumer<Consumer<?, ?>, TopicPartition> claimAnew;
    private final Map<Integer, Duration> pauses = new HashMap<>();
    private Duration pause = FIRST_PAUSE;

    TryAgain(Duration longestPause, BiConsumer<Consumer<?, ?>, TopicPartition> claimAnew) {
        this.longestPause = longestPause;
        this.claimAnew = claimAnew;
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
            Exception thrown,
            ConsumerRecords<?, ?> batch,
            Consumer<?, ?> consumer,
            MessageListenerContainer container,
            Runnable invokeListener) {
        for (TopicPartition partition : batch.partitions()) {
            long begins = batch.records(partition).getFirst().offset();
            reason(thrown, partition)
                    .ifPresentOrElse(
                            reason -> goBack(reason, partition, begins, consumer, container),
                            () -> pauses.remove(partition.partition()));
        }
    }

    /** Why a partition failed; absent where it was taken in. */
    private static Optional<Exception> reason(Exception thrown, TopicPartition partition) {
        return thrown.getCause() instanceof Follower.Failed failed
                ? Optional.ofNullable(failed.reasons().get(partition.partition()))
                : Optional.of(thrown);
    }

    private void goBack(
            Exception reason,
            TopicPartition partition,
            long begins,
            Consumer<?, ?> consumer,
            MessageListenerContainer container) {
        consumer.seek(partition, begins);
        if (reason instanceof Claim.TakenOver) {
            claimAnew.accept(consumer, partition);
        }
        Duration now = pauses.getOrDefault(partition.partition(), FIRST_PAUSE);
        pauses.put(partition.partition(), longer(now));
        LOG.warn("{} failed at {} and is taken again in {}", partition, begins, now, reason);
        letWait(partition, now, container);
    }

    private static void letWait(TopicPartition partition, Duration time, MessageListenerContainer container) {
        container.pausePartition(partition);
        CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> container.resumePartition(partition));
    }

    @Override
    public void handleOtherException(
            Exception outage, Consumer<?, ?> consumer, MessageListenerContainer container, boolean batchListener) {
        LOG.warn("Kafka failed and is asked again in {}", pause, outage);
        if (outage instanceof OffsetOutOfRangeException elsewhere) {
            elsewhere.partitions().forEach(partition -> claimAnew.accept(consumer, partition));
        }
        waitIn(container);
    }

    /** A batch of these partitions went through. */
    void recovered(Set<Integer> partitions) {
        pauses.keySet().removeAll(partitions);
        pause = FIRST_PAUSE;
    }

    private void waitIn(MessageListenerContainer container) {
        Duration now = pause;
        pause = longer(now);
        try {
            ListenerUtils.stoppableSleep(container, now.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration longer(Duration now) {
        return now.multipliedBy(2).compareTo(longestPause) < 0 ? now.multipliedBy(2) : longestPause;
    }
}
