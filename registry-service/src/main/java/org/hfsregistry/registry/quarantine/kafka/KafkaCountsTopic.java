package org.hfsregistry.registry.quarantine.kafka;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.net.URI;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.hfsregistry.contract.json.DocumentJson;
import org.hfsregistry.contract.registered.QuarantineCounts;
import org.hfsregistry.contract.topic.EventType;
import org.hfsregistry.contract.topic.Topics;
import org.hfsregistry.registry.quarantine.CountsTopic;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;

/** The compacted topic of counts. An event's id is the hospital and when it was counted. */
@Component
class KafkaCountsTopic implements CountsTopic {

    private final KafkaTemplate<String, byte[]> kafka;
    private final String topic;

    KafkaCountsTopic(KafkaTemplate<String, byte[]> kafka, Topics topics) {
        this.kafka = kafka;
        this.topic = topics.quarantine().name();
    }

    @Override
    public void publish(List<QuarantineCounts> counts) {
        CompletableFuture<?>[] sent =
                counts.stream().map(each -> kafka.send(record(each))).toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(sent).join();
    }

    private ProducerRecord<String, byte[]> record(QuarantineCounts counts) {
        CloudEvent event = CloudEventBuilder.v1()
                .withId(counts.id() + "@" + counts.countedAt())
                .withType(EventType.QUARANTINE_CHANGED_V1)
                .withSource(URI.create("/hospitals/" + counts.hospitalId()))
                .withSubject(counts.id())
                .withTime(counts.countedAt().atOffset(ZoneOffset.UTC))
                .withDataContentType("application/json")
                .withData(DocumentJson.write(counts))
                .build();
        return KafkaMessageFactory.createWriter(topic, counts.id()).writeBinary(event);
    }
}
