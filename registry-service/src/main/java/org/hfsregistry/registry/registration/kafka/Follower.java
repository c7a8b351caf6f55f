package org.hfsregistry.registry.registration.kafka;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.hfsregistry.registry.arrival.Arrival;
import org.hfsregistry.registry.following.LogPartitions;
import org.hfsregistry.registry.following.WaitingForKeys;
import org.hfsregistry.registry.registration.ApplyOutcomes;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.BatchConsumerAwareMessageListener;

/** Applies what a consumer is given of the partitions that it holds. What can't be applied stops its own partition only. */
final class Follower implements BatchConsumerAwareMessageListener<String, byte[]> {

    private final ApplyOutcomes applyOutcomes;
    private final LogPartitions logPartitions;
    private final PartitionsHeld held;
    private final BatchAccount account;
    private final WaitingForKeys waiting;
    private final TracedArrivals traced;
    private final TryAgain tryAgain;

    Follower(
            ApplyOutcomes applyOutcomes,
            LogPartitions logPartitions,
            PartitionsHeld held,
            BatchAccount account,
            WaitingForKeys waiting,
            TracedArrivals traced,
            TryAgain tryAgain) {
        this.applyOutcomes = applyOutcomes;
        this.logPartitions = logPartitions;
        this.held = held;
        this.account = account;
        this.waiting = waiting;
        this.traced = traced;
        this.tryAgain = tryAgain;
    }

    /**
     * Applies a batch.
     *
     * @throws LogPartitions.Changed where the log has other partitions than it had; nothing was taken in
     * @throws Failed where partitions of the batch can't be applied; the others were taken in
     */
    @Override
    public void onMessage(List<ConsumerRecord<String, byte[]>> records, @Nullable Consumer<?, ?> consumer) {
        logPartitions.require(Objects.requireNonNull(consumer)
                .partitionsFor(records.getFirst().topic())
                .size());
        traced.takeIn(records, () -> takeIn(records));
        tryAgain.recovered(partitions(records));
    }

    private void takeIn(List<ConsumerRecord<String, byte[]>> records) {
        try {
            apply(records);
        } catch (RuntimeException e) {
            if (partitions(records).size() == 1) {
                throw new Failed(Map.of(records.getFirst().partition(), e));
            }
            applyEachPartition(records);
        }
    }

    private void applyEachPartition(List<ConsumerRecord<String, byte[]>> records) {
        Map<Integer, RuntimeException> failed = new TreeMap<>();
        records.stream()
                .collect(Collectors.groupingBy(ConsumerRecord::partition))
                .forEach((partition, its) -> {
                    try {
                        apply(its);
                    } catch (RuntimeException e) {
                        failed.put(partition, e);
                    }
                });
        if (!failed.isEmpty()) {
            throw new Failed(failed);
        }
    }

    private void apply(List<ConsumerRecord<String, byte[]>> records) {
        List<Arrival> arrivals = records.stream().map(ArrivalReader::read).toList();
        Set<String> partitions =
                partitions(records).stream().map(WaitingForKeys::partition).collect(Collectors.toSet());
        account.of(() -> waiting.noted(partitions, () -> applyOutcomes.apply(arrivals, held.claims())));
    }

    private static Set<Integer> partitions(List<ConsumerRecord<String, byte[]>> records) {
        return records.stream().map(ConsumerRecord::partition).collect(Collectors.toSet());
    }

    /** Some partitions of a batch can't be applied for now, each for a reason of its own. */
    static final class Failed extends RuntimeException {
        private final transient Map<Integer, RuntimeException> reasons;

        Failed(Map<Integer, RuntimeException> reasons) {
            super("partitions " + reasons.keySet() + " failed");
            this.reasons = Map.copyOf(reasons);
            reasons.values().forEach(this::addSuppressed);
        }

        /** By the partition. */
        Map<Integer, RuntimeException> reasons() {
            return reasons;
        }
    }
}
