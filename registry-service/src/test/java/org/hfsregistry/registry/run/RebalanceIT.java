package org.hfsregistry.registry.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.hfsregistry.contract.fixture.Tokens;
import org.hfsregistry.contract.outcome.Outcome;
import org.hfsregistry.platform.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A second registry and a third that join the first in the middle of a stream and leave it again do not change what is kept. */
class RebalanceIT {

    /** Of each registry. */
    private static final int FOLLOWERS = 4;

    private static final int OUTCOMES = 9000;
    private static final int UNTIL_JOINED = 3000;
    private static final int UNTIL_SHARED = 4000;
    private static final int UNTIL_THREE = 5000;
    private static final int UNTIL_LEFT = 7000;

    @TempDir
    private Path folder;

    @Test
    void the_record_is_the_same_as_that_of_one_registry() throws Exception {
        List<Outcome> stream = MixedOutcomes.of(OUTCOMES);
        try (Admin admin = Admin.create(
                        Map.of("bootstrap.servers", Platform.forTests().kafkaBootstrap()));
                Surroundings alone = new Surroundings(Platform.forTests(), new Tokens(), folder);
                Surroundings shared = new Surroundings(Platform.forTests(), new Tokens(), folder)) {
            alone.submit(stream);
            try (Registry only = Registry.start(alone);
                    Registry staying = Registry.start(shared)) {
                shared.submit(stream.subList(0, UNTIL_JOINED));
                awaitThat(() -> following(admin, shared) == FOLLOWERS);
                long claimsOfOne = claims(staying);
                try (Registry joining = Registry.start(shared)) {
                    awaitThat(() -> claims(staying) > claimsOfOne);
                    shared.submit(stream.subList(UNTIL_JOINED, UNTIL_SHARED));
                    awaitThat(() -> following(admin, shared) == 2 * FOLLOWERS);
                    shared.submit(stream.subList(UNTIL_SHARED, UNTIL_THREE));
                    awaitThat(() -> batches(joining) > 0);
                    long claimsOfTwo = claims(staying);
                    try (Registry third = Registry.start(shared)) {
                        awaitThat(() -> claims(staying) > claimsOfTwo);
                        shared.submit(stream.subList(UNTIL_THREE, UNTIL_LEFT));
                        awaitThat(() -> shared.followed(third));
                    }
                }
                shared.submit(stream.subList(UNTIL_LEFT, OUTCOMES));
                awaitThat(() -> shared.followed(staying) && alone.followed(only));

                assertThat(Kept.by(staying)).isEqualTo(Kept.by(only));
                assertThat(staying.stored("history")).hasSize(OUTCOMES);
                assertThat(batches(staying)).isPositive();
            }
        }
    }

    private static void awaitThat(Callable<Boolean> condition) {
        await().pollInterval(Duration.ofMillis(10))
                .atMost(Duration.ofMinutes(2))
                .until(condition);
    }

    /** How many followers there are in all registries; none while one of them has no partition yet. */
    private static int following(Admin admin, Surroundings surroundings)
            throws ExecutionException, InterruptedException {
        Collection<MemberDescription> members = admin
                .describeConsumerGroups(List.of(surroundings.topics().groupOfTheRegistry()))
                .all()
                .get()
                .values()
                .stream()
                .flatMap(group -> group.members().stream())
                .toList();
        return members.stream()
                        .allMatch(each -> !each.assignment().topicPartitions().isEmpty())
                ? members.size()
                : 0;
    }

    /** How often a partition was claimed, by whichever registry. */
    private static long claims(Registry registry) {
        return registry.stored("positions").values().stream()
                .mapToLong(position -> position.get("epoch", Number.class).longValue())
                .sum();
    }

    /** How many batches this process took into the record. */
    private static double batches(Registry registry) {
        return registry.metric("hfs_registry_batch_seconds_count");
    }
}
