package org.hfsregistry.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.hfsregistry.contract.fixture.AsyncApi;
import org.hfsregistry.contract.fixture.Examples;
import org.hfsregistry.intake.running.RawOutcomes;
import org.hfsregistry.intake.running.RunningIntake;
import org.hfsregistry.platform.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What intake publishes is what the contract's asyncapi.yaml says of the topic. */
class SubmittedTopicIT {

    @Test
    void every_event_is_as_described(@TempDir Path folder) {
        AsyncApi description = AsyncApi.published();
        try (RunningIntake intake =
                new RunningIntake(folder, Platform.forTests().kafkaBootstrap(), "asyncapi.")) {
            Examples.ofEachType()
                    .forEach(outcome -> intake.submit(Examples.HOSPITAL, RawOutcomes.json(outcome, "MRN 17")));

            List<ConsumerRecord<String, byte[]>> published = intake.log().all();

            assertThat(published).hasSameSizeAs(Examples.ofEachType());
            published.forEach(
                    record -> description.assertDescribed("submitted", record.key(), headers(record), record.value()));
            assertThat(intake.log().partitions())
                    .isEqualTo(description
                            .document()
                            .at("/channels/submitted/bindings/kafka/partitions")
                            .asInt());
        }
    }

    private static Map<String, String> headers(ConsumerRecord<String, byte[]> record) {
        Map<String, String> headers = new HashMap<>();
        record.headers().forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
        return headers;
    }
}
