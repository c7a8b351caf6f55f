package org.hfsregistry.registry.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.hfsregistry.contract.clinical.PatientPseudonym;
import org.hfsregistry.contract.fixture.Examples;
import org.hfsregistry.contract.fixture.Tokens;
import org.hfsregistry.contract.outcome.MvdOutcome;
import org.hfsregistry.platform.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How much of the log waits, and for how long, is told while it waits; not only while something is read. */
class LagIT {

    private static final String OF_NO_KNOWN_KEY = "nobodys.AAAAAAAAAAAAAAAAAAAAAA";
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    @Test
    void what_waits_is_counted_and_grows_old() {
        try (Surroundings surroundings = new Surroundings(Platform.forTests(), new Tokens(), folder);
                Registry registry = Registry.start(
                        surroundings, "--hfs.registry.lag.look-every=100ms", "--hfs.topics.submitted-kept-for=90d")) {
            assertThat(registry.metric("hfs_registry_log_kept_seconds")).isEqualTo(90 * 86_400.0);
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
}
