package org.hfsregistry.registry.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.fixture.Examples;
import org.hfsregistry.contract.fixture.Tokens;
import org.hfsregistry.contract.outcome.Outcome;
import org.hfsregistry.platform.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** With partitions added a hospital lies elsewhere in the log, and its order is split; so nothing is followed, and it is said why. */
@ExtendWith(OutputCaptureExtension.class)
class AddedPartitionsIT {

    private static final Duration SOON = Duration.ofMinutes(1);
    private static final int HOSPITALS = 24;
    private static final String ONE_FOLLOWER = "--hfs.registry.followers=1";
    private static final String SEE_AT_ONCE = "--spring.kafka.consumer.properties.metadata.max.age.ms=100";
    private static final String LOOK_OFTEN = "--hfs.registry.lag.look-every=100ms";

    @TempDir
    private Path folder;

    @Test
    void nothing_is_followed_any_more_when_partitions_were_added_to_the_log(CapturedOutput output) {
        try (Surroundings surroundings = new Surroundings(Platform.forTests(), new Tokens(), folder)) {
            int registered;
            try (Registry registry = Registry.start(surroundings, ONE_FOLLOWER, SEE_AT_ONCE, LOOK_OFTEN)) {
                surroundings.submit(outcomes("first"));
                await().atMost(SOON).until(() -> surroundings.followed(registry));
                assertThat(readiness(registry)).isEqualTo(200);

                surroundings.addPartition(surroundings.topics().submitted());
                await().atMost(SOON).until(() -> {
                    surroundings.submit(outcomes("while-it-is-noticed"));
                    return readiness(registry) == 503;
                });
                registered = registry.stored("history").size();
                surroundings.submit(outcomes("later"));
                await().atMost(SOON).until(() -> registry.metric("hfs_registry_waiting") >= HOSPITALS);
                assertThat(registry.stored("history")).hasSize(registered);
                assertThat(registry.askWithoutToken("/actuator/health/liveness").status())
                        .isEqualTo(200);
            }
            try (Registry registry = Registry.start(surroundings, LOOK_OFTEN)) {
                await().atMost(SOON).until(() -> readiness(registry) == 503);
                assertThat(registry.stored("history")).hasSize(registered);
            }
            int partitions = surroundings.topics().submitted().partitions();
            assertThat(output.getAll())
                    .contains("has " + (partitions + 1) + " partitions, and " + partitions
                            + " when it was first followed");
        }
    }

    private static int readiness(Registry registry) {
        return registry.askWithoutToken("/actuator/health/readiness").status();
    }

    private static List<Outcome> outcomes(String id) {
        return IntStream.range(0, HOSPITALS)
                .<Outcome>mapToObj(number -> Examples.assessment(
                        "h-" + number,
                        "o-" + id,
                        1,
                        "t-" + id,
                        Examples.patient(number),
                        Examples.TREATED,
                        365,
                        SpasmGrade.E0))
                .toList();
    }
}
