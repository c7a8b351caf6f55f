package org.hfsregistry.registry.registration.kafka;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.hfsregistry.contract.json.DocumentJson;
import org.hfsregistry.contract.registered.HospitalDocument;
import org.hfsregistry.contract.registered.TreatmentDocument;
import org.hfsregistry.contract.topic.EventType;
import org.hfsregistry.contract.topic.Topics;
import org.hfsregistry.registry.receipt.Published;
import org.hfsregistry.registry.registration.Announcements;
import org.hfsregistry.registry.treatment.Dossier;
import org.hfsregistry.registry.treatment.Hospital;
import org.hfsregistry.registry.treatment.Treatment;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.ProducerListener;
import org.springframework.kafka.support.SendResult;
import org.springframework.stereotype.Component;

/** The compacted topics. An event's id is the document and its version: published again, it is the same event. */
@Component
class KafkaAnnouncements implements Announcements {

    private final KafkaTemplate<String, byte[]> kafka;
    private final DocumentTopics topics;
    private final TracedArrivals traced;

    KafkaAnnouncements(KafkaTemplate<String, byte[]> kafka, Topics topics, TracedArrivals traced) {
        this.kafka = kafka;
        kafka.setProducerListener(new SaysNothing());
        this.topics = new DocumentTopics(topics);
        this.traced = traced;
    }

    @Override
    public List<Published> publish(Collection<Dossier<?>> dossiers) {
        List<CompletableFuture<SendResult<String, byte[]>>> sent =
                dossiers.stream().flatMap(this::messages).map(kafka::send).toList();
        CompletableFuture.allOf(sent.toArray(CompletableFuture<?>[]::new)).join();
        return topics.upTo(
                sent.stream().map(each -> each.join().getRecordMetadata()).toList());
    }

    /** After one that is erased comes a record without a value: compaction takes the key, too, then. */
    private Stream<ProducerRecord<String, byte[]>> messages(Dossier<?> dossier) {
        ProducerRecord<String, byte[]> message = message(dossier);
        return dossier.isErased()
                ? Stream.of(message, new ProducerRecord<>(message.topic(), message.key(), null))
                : Stream.of(message);
    }

    private ProducerRecord<String, byte[]> message(Dossier<?> dossier) {
        return switch (dossier) {
            case Treatment(TreatmentDocument document) ->
                message(
                        topics.named(Published.Topic.TREATMENTS),
                        document.id(),
                        event(dossier, document.hospitalId(), document.id(), document.changedAt())
                                .withType(EventType.TREATMENT_CHANGED_V1)
                                .withData(DocumentJson.write(document))
                                .build());
            case Hospital(HospitalDocument document) ->
                message(
                        topics.named(Published.Topic.HOSPITALS),
                        document.id(),
                        event(dossier, document.hospitalId(), document.id(), document.changedAt())
                                .withType(EventType.HOSPITAL_CHANGED_V1)
                                .withData(DocumentJson.write(document))
                                .build());
        };
    }

    private static ProducerRecord<String, byte[]> message(Topics.Topic topic, String key, CloudEvent event) {
        return KafkaMessageFactory.createWriter(topic.name(), key).writeBinary(event);
    }

    private CloudEventBuilder event(Dossier<?> dossier, String hospitalId, String subject, Instant changedAt) {
        CloudEventBuilder event = CloudEventBuilder.v1()
                .withId(subject + "@" + dossier.version())
                .withSource(URI.create("/hospitals/" + hospitalId))
                .withSubject(subject)
                .withTime(changedAt.atOffset(ZoneOffset.UTC))
                .withDataContentType("application/json");
        traced.of(dossier).ifPresent(span -> event.withExtension(EventType.TRACE_PARENT, span.toString()));
        return event;
    }

    /** What fails is thrown to who publishes; Spring's own listener would write the ids of treatments into the log. */
    private static final class SaysNothing implements ProducerListener<String, byte[]> {}
}
