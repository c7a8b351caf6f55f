package org.hfsregistry.registry.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.hfsregistry.contract.fixture.AsyncApi;
import org.hfsregistry.contract.fixture.Examples;
import org.hfsregistry.contract.fixture.Tokens;
import org.hfsregistry.contract.topic.Topics;
import org.hfsregistry.platform.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the registry publishes is what the contract's asyncapi.yaml says of the topics. */
class AnnouncementsIT {

    @Test
    void every_event_is_as_described(@TempDir Path folder) {
        AsyncApi description = AsyncApi.published();
        try (Surroundings surroundings = new Surroundings(Platform.forTests(), new Tokens(), folder)) {
            surroundings.submit(Examples.ofEachType());
            try (Registry registry = Registry.start(surroundings)) {
                await().atMost(Duration.ofMinutes(1)).until(() -> surroundings.followed(registry));
            }
            Topics topics = surroundings.topics();
            for (Map.Entry<String, Topics.Topic> topic : Map.of(
                            "submitted", topics.submitted(),
                            "treatments", topics.treatments(),
                            "hospitals", topics.hospitals())
                    .entrySet()) {
                assertThat(surroundings.records(topic.getValue()))
                        .isNotEmpty()
                        .allSatisfy(record -> description.assertDescribed(
                                topic.getKey(), record.key(), Surroundings.headers(record), record.value()));
                assertThat(surroundings.partitions(topic.getValue()))
                        .isEqualTo(description
                                .document()
                                .at("/channels/%s/bindings/kafka/partitions".formatted(topic.getKey()))
                                .asInt());
            }
        }
    }
}
