package org.hfsregistry.registry.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Updates;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.bson.Document;
import org.hfsregistry.contract.fixture.Tokens;
import org.hfsregistry.contract.outcome.Outcome;
import org.hfsregistry.platform.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A registry that stood still between being given a partition and claiming it claims after the one that has it now. */
class LateClaimIT {

    private static final int OUTCOMES = 400;
    private static final int BEFORE = 200;

    @TempDir
    private Path folder;

    @Test
    void a_registry_that_holds_its_partitions_goes_on_after_another_claimed_them_late() {
        List<Outcome> stream = MixedOutcomes.of(OUTCOMES);
        try (Surroundings surroundings = new Surroundings(Platform.forTests(), new Tokens(), folder);
                Registry registry = Registry.start(surroundings)) {
            surroundings.submit(stream.subList(0, BEFORE));
            await().atMost(Duration.ofMinutes(1)).until(() -> surroundings.followed(registry));

            long claimed = registry.database()
                    .getCollection("positions")
                    .updateMany(new Document(), Updates.inc("epoch", 1L))
                    .getModifiedCount();
            surroundings.submit(stream.subList(BEFORE, OUTCOMES));

            assertThat(claimed).isEqualTo(surroundings.topics().submitted().partitions());
            await().atMost(Duration.ofMinutes(1)).until(() -> surroundings.followed(registry));
            assertThat(registry.stored("history")).hasSize(OUTCOMES);
        }
    }
}
