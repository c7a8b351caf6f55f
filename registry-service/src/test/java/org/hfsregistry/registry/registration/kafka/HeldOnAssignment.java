package org.hfsregistry.registry.registration.kafka;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.TopicPartition;
import org.hfsregistry.registry.registration.Claim;

/**
 * Hands on what a plain consumer is told of its partitions, as the listener container does.
 *
 * @param onAssignment the claims that are held after each time that partitions were given
 */
record HeldOnAssignment(Consumer<String, byte[]> consumer, PartitionsHeld held, List<Map<Integer, Claim>> onAssignment)
        implements ConsumerRebalanceListener {
    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        held.onPartitionsAssigned(consumer, partitions);
        if (!partitions.isEmpty()) {
            onAssignment.add(Map.copyOf(held.claims()));
        }
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        held.onPartitionsRevokedBeforeCommit(consumer, partitions);
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
        held.onPartitionsLost(consumer, partitions);
    }
}
