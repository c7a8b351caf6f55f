package org.hfsregistry.registry.erasure.kafka;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.hfsregistry.contract.topic.Topics;
import org.hfsregistry.registry.arrival.Place;
import org.hfsregistry.registry.erasure.ErasedTopic;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;

/** The compacted topic of treatments: a record without a value takes what was said under its key. */
@Component
class KafkaErasedTopic implements ErasedTopic {

    private final KafkaTemplate<String, byte[]> kafka;
    private final String topic;

    KafkaErasedTopic(KafkaTemplate<String, byte[]> kafka, Topics topics) {
        this.kafka = kafka;
        this.topic = topics.treatments().name();
    }

    @Override
    public void tell(Set<Place.OfTreatment> erased) {
        CompletableFuture<?>[] sent = erased.stream()
                .map(place -> kafka.send(new ProducerRecord<>(topic, place.id(), null)))
                .toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(sent).join();
    }
}
