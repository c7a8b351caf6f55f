package org.hfsregistry.intake.submission.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.hfsregistry.platform.Platform;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.kafka.core.KafkaAdmin;

/** The topic when it is made under the first outcomes. */
class SubmittedTopicIT {

    private static final int OUTCOMES = 40;

    private final Map<String, Object> kafka =
            Map.of("bootstrap.servers", Platform.forTests().kafkaBootstrap());

    @RepeatedTest(30)
    void the_first_outcomes_are_kept_in_their_order() throws Exception {
        SubmittedTopic topic = new SubmittedTopic(
                new TopicSettings("made." + UUID.randomUUID() + ".", (short) 1, Duration.ofDays(1)),
                new KafkaAdmin(kafka));
        topic.ensure();

        List<Future<RecordMetadata>> sent = new ArrayList<>();
        try (KafkaProducer<String, byte[]> producer = aRequestForEach()) {
            for (int outcome = 0; outcome < OUTCOMES; outcome++) {
                sent.add(producer.send(new ProducerRecord<>(topic.name(), 0, "h-01", new byte[] {(byte) outcome})));
            }
        }

        List<Long> offsets = new ArrayList<>();
        for (Future<RecordMetadata> each : sent) {
            offsets.add(each.get().offset());
        }
        assertThat(offsets)
                .containsExactlyElementsOf(LongStream.range(0, OUTCOMES).boxed().toList());
    }

    private KafkaProducer<String, byte[]> aRequestForEach() {
        return new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        Platform.forTests().kafkaBootstrap(),
                        "acks",
                        "all",
                        "batch.size",
                        0,
                        "delivery.timeout.ms",
                        5000,
                        "request.timeout.ms",
                        4000),
                new StringSerializer(),
                new ByteArraySerializer());
    }
}
