package org.hfsregistry.registry.registration.kafka;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.hfsregistry.registry.arrival.Arrival;
import org.hfsregistry.registry.arrival.MissingKey;
import org.hfsregistry.registry.registration.ApplyOutcomes;
import org.hfsregistry.registry.registration.WaitingForKeys;
import org.springframework.kafka.listener.BatchMessageListener;

/** Applies what a consumer is given of the partitions that it holds. */
final class Follower implements BatchMessageListener<String, byte[]> {

    private final ApplyOutcomes applyOutcomes;
    private final PartitionsHeld held;
    private final BatchAccount account;
    private final WaitingForKeys waiting;
    private final TracedArrivals traced;
    private final Runnable recovered;

    Follower(
            ApplyOutcomes applyOutcomes,
            PartitionsHeld held,
            BatchAccount account,
            WaitingForKeys waiting,
            TracedArrivals traced,
            Runnable recovered) {
        this.applyOutcomes = applyOutcomes;
        this.held = held;
        this.account = account;
        this.waiting = waiting;
        this.traced = traced;
        this.recovered = recovered;
    }

    /** @throws WithoutKey where partitions wait for a pseudonym key; the others were taken in */
    @Override
    public void onMessage(List<ConsumerRecord<String, byte[]>> records) {
        traced.takeIn(records, () -> takeIn(records));
        recovered.run();
    }

    private void takeIn(List<ConsumerRecord<String, byte[]>> records) {
        List<Arrival> batch = records.stream().map(ArrivalReader::read).toList();
        try {
            apply(batch);
        } catch (MissingKey e) {
            applyEachPartition(batch);
        }
    }

    private void applyEachPartition(List<Arrival> batch) {
        Map<Integer, MissingKey> without = new TreeMap<>();
        batch.stream()
                .collect(Collectors.groupingBy(arrival -> arrival.position().partition()))
                .forEach((partition, arrivals) -> {
                    try {
                        apply(arrivals);
                    } catch (MissingKey e) {
                        without.put(partition, e);
                    }
                });
        if (!without.isEmpty()) {
            throw new WithoutKey(without);
        }
    }

    private void apply(List<Arrival> arrivals) {
        Set<String> partitions = arrivals.stream()
                .map(arrival -> WaitingForKeys.partition(arrival.position().partition()))
                .collect(Collectors.toSet());
        account.of(() -> waiting.noted(partitions, () -> applyOutcomes.apply(arrivals, held.claims())));
    }

    /** Some partitions of a batch wait for a key. */
    static final class WithoutKey extends RuntimeException {
        private final transient Set<Integer> partitions;

        WithoutKey(Map<Integer, MissingKey> without) {
            super(
                    "partitions " + without.keySet() + " wait for a pseudonym key",
                    List.copyOf(without.values()).getFirst());
            this.partitions = Set.copyOf(without.keySet());
        }

        Set<Integer> partitions() {
            return partitions;
        }
    }
}
