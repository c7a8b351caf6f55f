package org.hfsregistry.registry.registration.kafka;

import io.cloudevents.CloudEvent;
import io.cloudevents.CloudEventData;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.hfsregistry.contract.json.DocumentJson;
import org.hfsregistry.contract.json.OutcomeJson;
import org.hfsregistry.contract.json.OutcomeReading;
import org.hfsregistry.contract.json.Submission;
import org.hfsregistry.contract.outcome.Outcome;
import org.hfsregistry.contract.registered.PatientErasure;
import org.hfsregistry.contract.registered.PatientMerge;
import org.hfsregistry.contract.registered.Position;
import org.hfsregistry.contract.topic.EventType;
import org.hfsregistry.contract.topic.Topics;
import org.hfsregistry.registry.arrival.Arrival;
import org.hfsregistry.registry.arrival.Arrivals;
import org.hfsregistry.registry.arrival.ErasedPatient;
import org.hfsregistry.registry.arrival.Refusal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;

/** Makes an arrival of every record of the log, whatever it holds, as it is followed; and of one place once more. */
@Component
final class ArrivalReader implements Arrivals {

    private static final Logger LOG = LoggerFactory.getLogger(ArrivalReader.class);
    private static final byte[] NOTHING = {};

    /** A time outside these years is a stranger's, and the store can't hold it. */
    private static final int FIRST_YEAR = 1970;

    private static final int LAST_YEAR = 9999;

    private static final int MOST_FAULTS = 20;
    private static final int LONGEST_CLIENT = 256;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ConsumerFactory<String, byte[]> kafka;
    private final String topic;

    ArrivalReader(ConsumerFactory<String, byte[]> kafka, Topics topics) {
        this.kafka = kafka;
        this.topic = topics.submitted().name();
    }

    @Override
    public Optional<Arrival> at(Position position) {
        TopicPartition partition = new TopicPartition(topic, position.partition());
        Set<TopicPartition> alone = Set.of(partition);
        try (Consumer<String, byte[]> consumer = kafka.createConsumer(null, "read-again", null)) {
            boolean isThere = consumer.beginningOffsets(alone).getOrDefault(partition, 0L) <= position.offset()
                    && consumer.endOffsets(alone).getOrDefault(partition, 0L) > position.offset();
            if (!isThere) {
                return Optional.empty();
            }
            consumer.assign(alone);
            consumer.seek(partition, position.offset());
            long giveUp = System.nanoTime() + PATIENCE.toNanos();
            while (System.nanoTime() < giveUp) {
                List<ConsumerRecord<String, byte[]>> next =
                        consumer.poll(PATIENCE).records(partition);
                if (!next.isEmpty()) {
                    return Optional.of(next.getFirst())
                            .filter(record -> record.offset() == position.offset())
                            .map(ArrivalReader::read);
                }
            }
            throw new TimeoutException("the log did not tell in time what stands there");
        } catch (KafkaException e) {
            throw new Unavailable("the log can't be read at " + position, e);
        }
    }

    static Arrival read(ConsumerRecord<@Nullable String, byte @Nullable []> log) {
        Position position = new Position(log.partition(), log.offset());
        Optional<String> hospitalId = Optional.ofNullable(log.key())
                .filter(key -> Outcome.HOSPITAL_ID.matcher(key).matches());
        Instant loggedAt = Instant.ofEpochMilli(log.timestamp());
        CloudEvent event;
        try {
            event = KafkaMessageFactory.createReader(log.headers(), log.value() == null ? NOTHING : log.value())
                    .toEvent();
        } catch (RuntimeException e) {
            // Whatever the library throws at the bytes of a stranger: they go to quarantine, and the log goes on.
            LOG.warn("No event at {}: {}", position, e.getClass().getSimpleName());
            Refusal refusal = Refusal.notAnOutcome("the record is not a CloudEvent");
            return new Arrival.Unreadable(position, loggedAt, "", hospitalId, Optional.empty(), refusal);
        }
        Envelope envelope = new Envelope(position, hospitalId, event, loggedAt);
        CloudEventData data = event.getData();
        byte[] bytes = data == null ? NOTHING : data.toBytes();
        return switch (event.getType()) {
            case EventType.OUTCOME_SUBMITTED_V1 -> outcome(envelope, bytes);
            case EventType.PATIENT_ERASURE_V1 -> erasure(envelope, bytes);
            case EventType.PATIENT_MERGE_V1 -> merge(envelope, bytes);
            default ->
                envelope.refused(Refusal.notAnOutcome("the event is not of type " + EventType.OUTCOME_SUBMITTED_V1));
        };
    }

    /** Of what can't be read nothing is told: it was to name a patient. */
    private static Arrival erasure(Envelope envelope, byte[] bytes) {
        try {
            return envelope.with(DocumentJson.erasure(bytes));
        } catch (DocumentJson.UnreadableDocument unreadable) {
            return envelope.refused(Refusal.notAnOutcome("the data is no erasure of a patient"));
        }
    }

    /** Of what can't be read nothing is told: it was to name patients. */
    private static Arrival merge(Envelope envelope, byte[] bytes) {
        try {
            return envelope.with(DocumentJson.merge(bytes));
        } catch (DocumentJson.UnreadableDocument unreadable) {
            return envelope.refused(Refusal.notAnOutcome("the data is no merge of patients"));
        }
    }

    private static Arrival outcome(Envelope envelope, byte[] bytes) {
        return switch (OutcomeJson.read(bytes, Submission.REGISTRY)) {
            case OutcomeReading.Accepted accepted -> envelope.with(accepted.outcome());
            case OutcomeReading.Refused refused -> envelope.refused(Refusal.breaksTheContract(faults(refused)));
        };
    }

    private static String faults(OutcomeReading.Refused refused) {
        return refused.faults().stream()
                .limit(MOST_FAULTS)
                .map(fault -> fault.field().isEmpty() ? fault.message() : fault.field() + ": " + fault.message())
                .collect(Collectors.joining("; "));
    }

    /** What is known of an event whatever its data are. */
    private record Envelope(Position position, Optional<String> hospitalId, CloudEvent event, Instant loggedAt) {
        Arrival with(Outcome outcome) {
            return hospitalId.equals(Optional.of(outcome.hospitalId()))
                    ? new Arrival.OfOutcome(position, submittedAt(), submittedBy(), outcome)
                    : refused(Refusal.otherHospital(outcome.hospitalId()));
        }

        Arrival with(PatientErasure erasure) {
            return hospitalId.equals(Optional.of(erasure.hospitalId()))
                    ? new Arrival.OfErasure(
                            position,
                            submittedAt(),
                            submittedBy(),
                            erasure.hospitalId(),
                            new ErasedPatient.Named(erasure.patientId()),
                            erasure.basis())
                    : refused(Refusal.otherHospital(erasure.hospitalId()));
        }

        Arrival with(PatientMerge merge) {
            return hospitalId.equals(Optional.of(merge.hospitalId()))
                    ? new Arrival.OfMerge(
                            position,
                            submittedAt(),
                            submittedBy(),
                            merge.hospitalId(),
                            merge.patientId(),
                            merge.mergedPatientId(),
                            merge.undone())
                    : refused(Refusal.otherHospital(merge.hospitalId()));
        }

        Arrival refused(Refusal refusal) {
            return new Arrival.Unreadable(position, submittedAt(), submittedBy(), hospitalId, outcomeId(), refusal);
        }

        private Optional<String> outcomeId() {
            return Optional.ofNullable(event.getSubject())
                    .filter(subject -> Outcome.ID.matcher(subject).matches());
        }

        private Instant submittedAt() {
            return Optional.ofNullable(event.getTime())
                    .filter(time -> time.getYear() >= FIRST_YEAR && time.getYear() <= LAST_YEAR)
                    .map(time -> time.toInstant().truncatedTo(ChronoUnit.MILLIS))
                    .orElse(loggedAt);
        }

        private String submittedBy() {
            return Optional.ofNullable(event.getExtension(EventType.SUBMITTED_BY))
                    .map(Object::toString)
                    .filter(client -> client.length() <= LONGEST_CLIENT)
                    .orElse("");
        }
    }
}
