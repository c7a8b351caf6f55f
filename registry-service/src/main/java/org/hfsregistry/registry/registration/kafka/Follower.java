package org.hfsregistry.registry.registration.kafka;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.hfsregistry.registry.arrival.Arrival;
import org.hfsregistry.registry.registration.ApplyOutcomes;
import org.springframework.kafka.listener.BatchMessageListener;

/** Applies what a consumer is given of the partitions that it holds. */
final class Follower implements BatchMessageListener<String, byte[]> {

    private final ApplyOutcomes applyOutcomes;
    private final PartitionsHeld held;
    private final BatchAccount account;
    private final Runnable recovered;

    Follower(ApplyOutcomes applyOutcomes, PartitionsHeld held, BatchAccount account, Runnable recovered) {
        this.applyOutcomes = applyOutcomes;
        this.held = held;
        this.account = account;
        this.recovered = recovered;
    }

    @Override
    public void onMessage(List<ConsumerRecord<String, byte[]>> records) {
        List<Arrival> batch = records.stream().map(ArrivalReader::read).toList();
        account.of(() -> applyOutcomes.apply(batch, held.claims()));
        recovered.run();
    }
}
