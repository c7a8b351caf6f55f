package org.hfsregistry.registry.registration.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.hfsregistry.contract.fixture.Documents;
import org.hfsregistry.contract.topic.Topics;
import org.hfsregistry.registry.treatment.Treatment;
import org.hfsregistry.traces.EventTraces;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;

/** What can't be published is told to who publishes it, and nobody else. */
@ExtendWith(OutputCaptureExtension.class)
class FailedPublicationIT {

    @Test
    void puts_nothing_of_a_treatment_into_the_log(CapturedOutput output) {
        Treatment treatment = new Treatment(Documents.treatment());
        DefaultKafkaProducerFactory<String, byte[]> nowhere = new DefaultKafkaProducerFactory<>(
                Map.of("bootstrap.servers", "127.0.0.1:1", "max.block.ms", 100),
                new StringSerializer(),
                new ByteArraySerializer());
        try {
            KafkaAnnouncements announcements = new KafkaAnnouncements(
                    new KafkaTemplate<>(nowhere), new Topics("it."), new TracedArrivals(EventTraces.none()));

            assertThatThrownBy(() -> announcements.publish(List.of(treatment)))
                    .hasStackTraceContaining("it.hfs.treatments")
                    .hasMessageNotContaining(treatment.document().treatmentId());
        } finally {
            nowhere.destroy();
        }
        assertThat(output.getAll()).doesNotContain(treatment.document().id());
    }
}
