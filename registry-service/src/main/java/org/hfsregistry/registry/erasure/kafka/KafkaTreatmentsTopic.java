package org.hfsregistry.registry.erasure.kafka;

import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.hfsregistry.contract.topic.Topics;
import org.hfsregistry.registry.erasure.TreatmentsTopic;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;

/** Kafka ends a segment that is older than the topic's compaction may lag when a record comes. The one that comes here says nothing. */
@Component
class KafkaTreatmentsTopic implements TreatmentsTopic {

    private final KafkaTemplate<String, byte[]> kafka;
    private final String topic;

    KafkaTreatmentsTopic(KafkaTemplate<String, byte[]> kafka, Topics topics) {
        this.kafka = kafka;
        this.topic = topics.treatments().name();
    }

    @Override
    public void endSegments() {
        CompletableFuture<?>[] sent = kafka.partitionsFor(topic).stream()
                .map(partition ->
                        kafka.send(new ProducerRecord<>(topic, partition.partition(), Topics.SEGMENT_END, null)))
                .toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(sent).join();
    }
}
