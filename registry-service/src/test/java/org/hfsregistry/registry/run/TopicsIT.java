package org.hfsregistry.registry.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.hfsregistry.contract.fixture.Tokens;
import org.hfsregistry.contract.topic.Topics;
import org.hfsregistry.platform.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Topics are made where they are not there; one that is there stays as it is, or a key's order would be split. */
class TopicsIT {

    @TempDir
    private Path folder;

    @Test
    void a_topic_that_is_there_keeps_its_partitions() {
        try (Surroundings surroundings = new Surroundings(Platform.forTests(), new Tokens(), folder)) {
            Topics topics = surroundings.topics();
            surroundings.make(topics.treatments(), 3);

            Registry.start(surroundings).close();

            assertThat(surroundings.partitions(topics.treatments())).isEqualTo(3);
            assertThat(surroundings.partitions(topics.hospitals()))
                    .isEqualTo(topics.hospitals().partitions());
            assertThat(surroundings.partitions(topics.quarantine()))
                    .isEqualTo(topics.quarantine().partitions());
        }
    }
}
