package org.hfsregistry.intake.submission.kafka;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.net.URI;
import java.time.ZoneOffset;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.hfsregistry.contract.json.OutcomeJson;
import org.hfsregistry.contract.outcome.Outcome;
import org.hfsregistry.contract.topic.EventType;
import org.hfsregistry.intake.submission.OutcomeSubmitted;

/** How a submitted outcome stands on the topic. */
final class SubmittedEvent {

    private SubmittedEvent() {}

    /** The key is the hospital: one hospital has one order. */
    static ProducerRecord<String, byte[]> record(String topic, OutcomeSubmitted event) {
        Outcome outcome = event.outcome();
        CloudEvent cloudEvent = CloudEventBuilder.v1()
                .withId(UUID.randomUUID().toString())
                .withType(EventType.OUTCOME_SUBMITTED_V1)
                .withSource(URI.create("/hospitals/" + outcome.hospitalId()))
                .withSubject(outcome.outcomeId())
                .withTime(event.at().atOffset(ZoneOffset.UTC))
                .withExtension(EventType.SUBMITTED_BY, event.clientId())
                .withDataContentType("application/json")
                .withData(OutcomeJson.write(outcome))
                .build();
        return KafkaMessageFactory.createWriter(topic, outcome.hospitalId()).writeBinary(cloudEvent);
    }
}
