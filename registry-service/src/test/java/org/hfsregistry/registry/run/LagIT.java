package org.hfsregistry.registry.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.hfsregistry.contract.fixture.Examples;
import org.hfsregistry.contract.fixture.Tokens;
import org.hfsregistry.contract.outcome.MvdOutcome;
import org.hfsregistry.contract.pseudonym.PatientPseudonym;
import org.hfsregistry.platform.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How much of the log waits, and for how long, is told while it waits; not only while something is read. */
class LagIT {

    private static final String OF_NO_KNOWN_KEY = "nobodys.AAAAAAAAAAAAAAAAAAAAAA";
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final long LARGE = 1_000_000_000;

    @TempDir
    private Path folder;

    @Test
    void how_long_the_log_is_kept_is_what_the_broker_says_whatever_the_registry_is_told() throws Exception {
        Platform platform = Platform.forTests();
        try (Surroundings surroundings = new Surroundings(platform, new Tokens(), folder);
                Admin broker = Admin.create(Map.of("bootstrap.servers", platform.kafkaBootstrap()));
                Registry registry = Registry.start(
                        surroundings,
                        "--hfs.registry.lag.ask-retention-every=100ms",
                        "--hfs.topics.submitted-kept-for=90d")) {
            await().atMost(SOON).until(() -> keptDays(registry) == 30);

            String log = surroundings.topics().submitted().name();
            keep(
                    broker,
                    log,
                    TopicConfig.RETENTION_MS_CONFIG,
                    Duration.ofDays(3).toMillis());
            await().atMost(SOON).until(() -> keptDays(registry) == 3);
            keep(broker, log, TopicConfig.RETENTION_MS_CONFIG, -1);
            await().atMost(SOON).until(() -> keptDays(registry) == Double.POSITIVE_INFINITY);
            keep(broker, log, TopicConfig.RETENTION_BYTES_CONFIG, LARGE);
            await().atMost(SOON).until(() -> Double.isNaN(keptDays(registry)));
        }
    }

    private static void keep(Admin broker, String log, String setting, long value) throws Exception {
        ConfigEntry retention = new ConfigEntry(setting, Long.toString(value));
        broker.incrementalAlterConfigs(Map.of(
                        new ConfigResource(ConfigResource.Type.TOPIC, log),
                        List.of(new AlterConfigOp(retention, AlterConfigOp.OpType.SET))))
                .all()
                .get();
    }

    private static double keptDays(Registry registry) {
        return registry.metric("hfs_registry_log_kept_seconds")
                / Duration.ofDays(1).toSeconds();
    }

    @Test
    void what_waits_is_counted_and_grows_old() {
        try (Surroundings surroundings = new Surroundings(Platform.forTests(), new Tokens(), folder);
                Registry registry = Registry.start(surroundings, "--hfs.registry.lag.look-every=100ms")) {
            MvdOutcome registered = Examples.mvdOutcome();
            surroundings.submit(registered);
            await().atMost(SOON).until(() -> surroundings.followed(registry));
            await().atMost(SOON).until(() -> registry.metric("hfs_registry_waiting") == 0);
            assertThat(registry.metric("hfs_registry_waiting_age_seconds")).isZero();

            surroundings.submit(registered.withPatient(new PatientPseudonym(OF_NO_KNOWN_KEY)));
            await().atMost(SOON).until(() -> registry.metric("hfs_registry_waiting") == 1);
            double age = registry.metric("hfs_registry_waiting_age_seconds");

            assertThat(age).isBetween(0.0, (double) SOON.toSeconds());
            await().atMost(SOON).until(() -> registry.metric("hfs_registry_waiting_age_seconds") > age + 1);
        }
    }

    @Test
    void what_a_store_that_was_restored_does_not_have_waits_whatever_kafka_was_told() {
        try (Surroundings surroundings = new Surroundings(Platform.forTests(), new Tokens(), folder);
                Registry registry = Registry.start(surroundings, "--hfs.registry.lag.look-every=100ms")) {
            surroundings.submit(Examples.mvdOutcome());
            await().atMost(SOON).until(() -> surroundings.followed(registry));
            await().atMost(SOON).until(() -> registry.metric("hfs_registry_waiting") == 0);

            registry.database().getCollection("positions").updateMany(Filters.exists("next"), Updates.set("next", 0L));
            await().atMost(SOON).until(() -> registry.metric("hfs_registry_waiting") == 1);
            registry.database().getCollection("positions").deleteMany(Filters.empty());
            await().atMost(SOON).until(() -> registry.metric("hfs_registry_waiting") == 1);
        }
    }
}
