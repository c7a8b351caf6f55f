package org.hfsregistry.registry.registration.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.hfsregistry.registry.registration.Claim;
import org.hfsregistry.registry.registration.ClaimPartitions;
import org.hfsregistry.registry.registration.Positions;
import org.hfsregistry.registry.registration.WaitingForKeys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;

/**
 * The partitions that a consumer holds, each with the claim to it. A claim is made where the group gives a partition, and
 * made anew where somebody else's came after it though the group did not give the partition to anybody else. It lives in one
 * thread, the consumer's.
 */
final class PartitionsHeld implements ConsumerAwareRebalanceListener {

    private static final Logger LOG = LoggerFactory.getLogger(PartitionsHeld.class);
    private static final Duration BETWEEN_CLAIMS = Duration.ofSeconds(1);

    private final ClaimPartitions claimPartitions;
    private final Positions positions;
    private final WaitingForKeys waiting;
    private final DocumentTopics documents;
    private final BooleanSupplier stopping;
    private final Map<Integer, Claim> claims = new HashMap<>();

    PartitionsHeld(
            ClaimPartitions claimPartitions,
            Positions positions,
            WaitingForKeys waiting,
            DocumentTopics documents,
            BooleanSupplier stopping) {
        this.claimPartitions = claimPartitions;
        this.waiting = waiting;
        this.positions = positions;
        this.documents = documents;
        this.stopping = stopping;
    }

    /** The claims as they are now, by partition. */
    Map<Integer, Claim> claims() {
        return Collections.unmodifiableMap(claims);
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        for (TopicPartition partition : partitions) {
            // A place to be at until it is claimed; a container whose consumer has none ends.
            consumer.seekToBeginning(List.of(partition));
            claim(consumer, partition);
        }
    }

    @Override
    public void onPartitionsRevokedBeforeCommit(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        partitions.forEach(this::giveUp);
    }

    @Override
    public void onPartitionsLost(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        partitions.forEach(this::giveUp);
    }

    private void giveUp(TopicPartition partition) {
        claims.remove(partition.partition());
        waiting.forget(WaitingForKeys.partition(partition.partition()));
    }

    /**
     * Claims a partition anew, and goes back to the stored position, after the claim was found not to hold. Only where the
     * group says that the partition is this consumer's; else its next poll takes the partition away, and the claim is
     * somebody else's to make. Where that can't be known now, the partition stays without a claim: the next batch of it finds
     * so, and asks again.
     */
    void claimAnew(Consumer<?, ?> consumer, TopicPartition partition) {
        claims.remove(partition.partition());
        try {
            confirm(consumer, partition);
            follow(consumer, partition);
        } catch (RuntimeException e) {
            LOG.warn("{} is not claimed anew for now", partition, e);
        }
    }

    /**
     * Without a position there is nothing to follow, so it waits for the store as long as it takes; or until the partition was lost
     * meanwhile.
     */
    private void claim(Consumer<?, ?> consumer, TopicPartition partition) {
        while (true) {
            try {
                follow(consumer, partition);
                return;
            } catch (RuntimeException e) {
                if (stopping.getAsBoolean()) {
                    throw e;
                }
                LOG.warn("{} can't be claimed; trying again", partition, e);
                pause();
            }
            if (isLost(consumer, partition)) {
                LOG.warn("{} was lost before it could be claimed", partition);
                giveUp(partition);
                return;
            }
        }
    }

    /**
     * Claims a partition and goes on from its stored position. Whoever followed it up to there published before it noted, so the
     * topics' ends are up to where that is; it is noted, since an earlier version of the registry did not.
     */
    private void follow(Consumer<?, ?> consumer, TopicPartition partition) {
        Claim claim = claimPartitions.claim(partition.partition());
        long begins = offset(consumer.beginningOffsets(List.of(partition)), partition);
        long ends = offset(consumer.endOffsets(List.of(partition)), partition);
        long next = claim.next().orElse(0);
        if (next < begins) {
            LOG.error(
                    "{} begins at {}, but was followed to {} only: what lay between is gone from the log, and its hospitals have to"
                            + " submit it again",
                    partition,
                    begins,
                    next);
            positions.noteLost(claim, begins);
            next = begins;
        }
        if (next > 0) {
            positions.note(claim, next, documents.ends(consumer));
        }
        if (next > ends) {
            LOG.error(
                    "{} ends at {}, but was followed to {}: it is not the log that this database followed",
                    partition,
                    ends,
                    next);
            next = begins; // where the history knows other arrivals, and refuses them
        }
        claims.put(partition.partition(), claim);
        consumer.seek(partition, next);
        LOG.info("Following {} as claim {} from {}", partition, claim.epoch(), next);
    }

    private static long offset(Map<TopicPartition, Long> offsets, TopicPartition partition) {
        return Objects.requireNonNull(offsets.get(partition));
    }

    /** Whether the group is known to have put this consumer out. */
    private static boolean isLost(Consumer<?, ?> consumer, TopicPartition partition) {
        try {
            confirm(consumer, partition);
            return false;
        } catch (CommitFailedException e) {
            return true;
        } catch (RuntimeException e) {
            LOG.warn("The group does not say whose {} is", partition, e);
            return false;
        }
    }

    /**
     * Asks the group by committing the offset at which the consumer is; Kafka takes it from a member of the present
     * generation only. Nobody starts from that offset, so it does no harm.
     */
    private static void confirm(Consumer<?, ?> consumer, TopicPartition partition) {
        consumer.commitSync(Map.of(partition, new OffsetAndMetadata(consumer.position(partition))));
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
