package org.hfsregistry.registry.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hfsregistry.contract.fixture.Examples.assessment;

import java.nio.file.Path;
import java.time.Duration;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.fixture.Examples;
import org.hfsregistry.contract.fixture.Tokens;
import org.hfsregistry.contract.outcome.Outcome;
import org.hfsregistry.contract.pseudonym.PatientPseudonym;
import org.hfsregistry.platform.Platform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the log dropped before it was registered is told for good, and what comes after it is registered. */
class LostOutcomesIT {

    private static final String LOOK_OFTEN = "--hfs.registry.lag.look-every=100ms";
    private static final Duration SOON = Duration.ofMinutes(1);
    private static final Outcome FIRST = assessment("o-1", 1, "t-1", 365, SpasmGrade.E0);
    private static final Outcome LATER = assessment("o-2", 1, "t-2", 365, SpasmGrade.E0);

    @TempDir
    private Path folder;

    private Surroundings surroundings;

    @BeforeEach
    void open() {
        surroundings = new Surroundings(Platform.forTests(), new Tokens(), folder);
    }

    @AfterEach
    void close() {
        surroundings.close();
    }

    @Test
    void outcomes_that_were_dropped_while_no_registry_ran_are_told_as_lost() {
        try (Registry registry = Registry.start(surroundings, LOOK_OFTEN)) {
            surroundings.submit(FIRST);
            await().atMost(SOON).until(() -> surroundings.followed(registry));
            await().atMost(SOON).until(() -> lost(registry) == 0);
        }
        surroundings.submit(
                assessment("o-3", 1, "t-3", 365, SpasmGrade.E0), assessment("o-4", 1, "t-4", 365, SpasmGrade.E0));
        surroundings.dropSubmitted();
        try (Registry registry = Registry.start(surroundings, LOOK_OFTEN)) {
            assertLost(registry, 2);
        }
        try (Registry registry = Registry.start(surroundings, LOOK_OFTEN)) {
            await().atMost(SOON).until(() -> lost(registry) == 2);
        }
    }

    @Test
    void so_are_those_that_are_dropped_while_they_wait_for_a_key() {
        try (Registry registry = Registry.start(surroundings, LOOK_OFTEN)) {
            surroundings.submit(FIRST);
            await().atMost(SOON).until(() -> surroundings.followed(registry));
            surroundings.submit(
                    Examples.mvdOutcome().withPatient(new PatientPseudonym("nobodys.AAAAAAAAAAAAAAAAAAAAAA")));
            await().atMost(SOON).until(() -> registry.metric("hfs_registry_waiting") == 1);

            surroundings.dropSubmitted();

            assertLost(registry, 1);
        }
    }

    private void assertLost(Registry registry, double outcomes) {
        surroundings.submit(LATER);
        await().atMost(SOON).until(() -> surroundings.followed(registry));
        await().atMost(SOON).until(() -> lost(registry) == outcomes);
        assertThat(registry.get(Examples.HOSPITAL, "/v1/outcomes/o-2")
                        .json()
                        .get("status")
                        .asString())
                .isEqualTo("registered");
        assertThat(registry.verification().findings()).isEmpty();
        assertThat(registry.askWithoutToken("/actuator/health/readiness").status())
                .isEqualTo(200);
    }

    private static double lost(Registry registry) {
        return registry.metric("hfs_registry_lost");
    }
}
