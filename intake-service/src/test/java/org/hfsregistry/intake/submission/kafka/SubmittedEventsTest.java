package org.hfsregistry.intake.submission.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.record.TimestampType;
import org.hfsregistry.contract.fixture.Examples;
import org.hfsregistry.contract.json.OutcomeJson;
import org.hfsregistry.contract.outcome.Outcome;
import org.hfsregistry.contract.topic.EventType;
import org.hfsregistry.intake.submission.OutcomeSubmitted;
import org.hfsregistry.traces.EventTraces;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubmittedEventsTest {

    private static final String TOPIC = "submitted";
    private static final Outcome OUTCOME = Examples.mvdOutcome();
    private static final Instant AT = Instant.parse("2024-01-15T10:20:30.123456Z");

    private final SubmittedEvents events = new SubmittedEvents(TOPIC, EventTraces.none());

    @ParameterizedTest
    @ValueSource(strings = {"client-7", "the clinic's own client", "Klinik für Gesichtsnerven 顔面"})
    void are_written_as_the_cloudevents_library_writes_them(String client) {
        ProducerRecord<String, byte[]> written = events.record(new OutcomeSubmitted(OUTCOME, client, AT));
        ProducerRecord<String, byte[]> library = KafkaMessageFactory.createWriter(TOPIC, OUTCOME.hospitalId())
                .writeBinary(CloudEventBuilder.v1()
                        .withId(headers(written).get("ce_id"))
                        .withType(EventType.OUTCOME_SUBMITTED_V1)
                        .withSource(URI.create("/hospitals/" + OUTCOME.hospitalId()))
                        .withSubject(OUTCOME.outcomeId())
                        .withTime(AT.atOffset(ZoneOffset.UTC))
                        .withExtension(EventType.SUBMITTED_BY, client)
                        .withDataContentType("application/json")
                        .withData(OutcomeJson.write(OUTCOME))
                        .build());
        assertThat(headers(written)).isEqualTo(headers(library));
        assertThat(written.key()).isEqualTo(library.key());
        assertThat(written.topic()).isEqualTo(library.topic());
        assertThat(written.partition()).isEqualTo(library.partition());
        assertThat(written.value()).isEqualTo(library.value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-01-15T10:20:00Z", "2024-01-15T10:20:30.100Z", "2024-01-15T10:20:30.000000001Z"})
    void tell_the_time_so_that_the_library_reads_it(String time) {
        Instant at = Instant.parse(time);
        assertThat(read(events.record(new OutcomeSubmitted(OUTCOME, "client", at)))
                        .getTime())
                .isEqualTo(at.atOffset(ZoneOffset.UTC));
    }

    @Test
    void have_ids_of_their_own_in_each_run_too() {
        OutcomeSubmitted event = new OutcomeSubmitted(OUTCOME, "client", AT);
        assertThat(new String[] {
                    id(events.record(event)),
                    id(events.record(event)),
                    id(new SubmittedEvents(TOPIC, EventTraces.none()).record(event))
                })
                .doesNotHaveDuplicates();
    }

    private static String id(ProducerRecord<String, byte[]> record) {
        return read(record).getId();
    }

    private static CloudEvent read(ProducerRecord<String, byte[]> record) {
        return KafkaMessageFactory.createReader(new ConsumerRecord<>(
                        record.topic(),
                        0,
                        0,
                        0,
                        TimestampType.CREATE_TIME,
                        0,
                        0,
                        record.key(),
                        record.value(),
                        record.headers(),
                        Optional.empty()))
                .toEvent();
    }

    private static Map<String, String> headers(ProducerRecord<String, byte[]> record) {
        Map<String, String> headers = new TreeMap<>();
        for (Header header : record.headers()) {
            headers.put(header.key(), new String(header.value(), UTF_8));
        }
        return headers;
    }
}
