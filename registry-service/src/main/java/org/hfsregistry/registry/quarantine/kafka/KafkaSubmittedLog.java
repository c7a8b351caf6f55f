package org.hfsregistry.registry.quarantine.kafka;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.hfsregistry.contract.json.DocumentJson;
import org.hfsregistry.contract.json.OutcomeJson;
import org.hfsregistry.contract.outcome.Outcome;
import org.hfsregistry.contract.registered.PatientErasure;
import org.hfsregistry.contract.registered.PatientMerge;
import org.hfsregistry.contract.registered.Position;
import org.hfsregistry.contract.topic.EventType;
import org.hfsregistry.contract.topic.Topics;
import org.hfsregistry.registry.quarantine.SubmittedLog;
import org.hfsregistry.traces.EventTraces;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.stereotype.Component;

/**
 * The topic of submitted outcomes, with the events that intake makes, and erasures and merges of patients.
 *
 * <p>Not with Spring's template, which writes the payload of a failed send into the log.
 */
@Component
class KafkaSubmittedLog implements SubmittedLog {

    private final ProducerFactory<String, byte[]> producers;
    private final String topic;
    private final EventTraces traces;

    KafkaSubmittedLog(ProducerFactory<String, byte[]> producers, Topics topics, EventTraces traces) {
        this.producers = producers;
        this.topic = topics.submitted().name();
        this.traces = traces;
    }

    @Override
    public Position append(Outcome outcome, String clientId, Instant at) {
        CloudEventBuilder event = event(EventType.OUTCOME_SUBMITTED_V1, outcome.hospitalId(), clientId, at)
                .withSubject(outcome.outcomeId())
                .withData(OutcomeJson.write(outcome));
        return append(outcome.hospitalId(), event.build());
    }

    @Override
    public Position append(PatientErasure erasure, String clientId, Instant at) {
        CloudEventBuilder event = event(EventType.PATIENT_ERASURE_V1, erasure.hospitalId(), clientId, at)
                .withSubject(erasure.hospitalId())
                .withData(DocumentJson.write(erasure));
        return append(erasure.hospitalId(), event.build());
    }

    @Override
    public Position append(PatientMerge merge, String clientId, Instant at) {
        CloudEventBuilder event = event(EventType.PATIENT_MERGE_V1, merge.hospitalId(), clientId, at)
                .withSubject(merge.hospitalId())
                .withData(DocumentJson.write(merge));
        return append(merge.hospitalId(), event.build());
    }

    /** The key is the hospital: one hospital has one order. */
    private Position append(String hospitalId, CloudEvent event) {
        try (Producer<String, byte[]> producer = producers.createProducer()) {
            RecordMetadata acknowledged = producer.send(
                            KafkaMessageFactory.createWriter(topic, hospitalId).writeBinary(event))
                    .get();
            return new Position(acknowledged.partition(), acknowledged.offset());
        } catch (ExecutionException | KafkaException e) {
            throw new Unavailable("Kafka did not acknowledge what was submitted", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("stopped before Kafka acknowledged what was submitted", e);
        }
    }

    private CloudEventBuilder event(String type, String hospitalId, String clientId, Instant at) {
        CloudEventBuilder event = CloudEventBuilder.v1()
                .withId(UUID.randomUUID().toString())
                .withType(type)
                .withSource(URI.create("/hospitals/" + hospitalId))
                .withTime(at.atOffset(ZoneOffset.UTC))
                .withExtension(EventType.SUBMITTED_BY, clientId)
                .withDataContentType("application/json");
        traces.here().ifPresent(span -> event.withExtension(EventType.TRACE_PARENT, span.toString()));
        return event;
    }
}
