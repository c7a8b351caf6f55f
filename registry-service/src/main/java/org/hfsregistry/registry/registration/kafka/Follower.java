package org.hfsregistry.registry.registration.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.hfsregistry.registry.arrival.Arrival;
import org.hfsregistry.registry.registration.ApplyOutcomes;
import org.hfsregistry.registry.registration.Claim;
import org.hfsregistry.registry.registration.Positions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;

/**
 * One consumer's partitions: claims them, goes on from the stored positions, and applies what it is given. It lives in one
 * thread, the consumer's.
 */
final class Follower implements BatchMessageListener<String, byte[]>, ConsumerAwareRebalanceListener {

    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
    private static final Duration BETWEEN_CLAIMS = Duration.ofSeconds(1);

    private final ApplyOutcomes applyOutcomes;
    private final Positions positions;
    private final BatchAccount account;
    private final Runnable recovered;
    private final BooleanSupplier stopping;
    private final Map<Integer, Claim> claims = new HashMap<>();

    Follower(
            ApplyOutcomes applyOutcomes,
            Positions positions,
            BatchAccount account,
            Runnable recovered,
            BooleanSupplier stopping) {
        this.applyOutcomes = applyOutcomes;
        this.positions = positions;
        this.account = account;
        this.recovered = recovered;
        this.stopping = stopping;
    }

    @Override
    public void onMessage(List<ConsumerRecord<String, byte[]>> records) {
        List<Arrival> batch = records.stream().map(ArrivalReader::read).toList();
        account.of(() -> applyOutcomes.apply(batch, claims));
        recovered.run();
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        for (TopicPartition partition : partitions) {
            Claim claim = claim(partition.partition());
            claims.put(partition.partition(), claim);
            if (claim.next().isPresent()) {
                consumer.seek(partition, claim.next().getAsLong());
            } else {
                consumer.seekToBeginning(List.of(partition));
            }
            LOG.info("Following {} as claim {} from {}", partition, claim.epoch(), claim.next());
        }
        sayWhatIsMissing(consumer, partitions);
    }

    private void sayWhatIsMissing(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        consumer.beginningOffsets(List.copyOf(partitions)).forEach((partition, beginning) -> {
            Claim claim = claims.get(partition.partition());
            if (claim != null && claim.next().orElse(0) < beginning) {
                LOG.error(
                        "{} begins at {}, but was followed to {} only: what lay between is gone from the log, and its"
                                + " hospitals have to submit it again",
                        partition,
                        beginning,
                        claim.next());
            }
        });
    }

    @Override
    public void onPartitionsRevokedBeforeCommit(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        partitions.forEach(partition -> claims.remove(partition.partition()));
    }

    @Override
    public void onPartitionsLost(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        partitions.forEach(partition -> claims.remove(partition.partition()));
    }

    /** Without a position there is nothing to follow, so it waits for the store as long as it takes. */
    private Claim claim(int partition) {
        while (true) {
            try {
                return positions.claim(partition);
            } catch (RuntimeException e) {
                if (stopping.getAsBoolean()) {
                    throw e;
                }
                LOG.warn("Partition {} can't be claimed; trying again", partition, e);
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_CLAIMS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting for the store", e);
        }
    }
}
