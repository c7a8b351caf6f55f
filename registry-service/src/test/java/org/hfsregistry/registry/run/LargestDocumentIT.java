package org.hfsregistry.registry.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cloudevents.CloudEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.fixture.Examples;
import org.hfsregistry.contract.fixture.Tokens;
import org.hfsregistry.contract.json.DocumentJson;
import org.hfsregistry.contract.topic.EventType;
import org.hfsregistry.platform.Platform;
import org.hfsregistry.registry.treatment.Dossier;
import org.hfsregistry.registry.treatment.LargestOutcomes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The largest document there can be goes through a broker, a topic and a consumer that are left as they come. */
class LargestDocumentIT {

    @TempDir
    private Path folder;

    @Test
    void the_largest_treatment_is_published_and_the_log_goes_on() {
        try (Surroundings surroundings = new Surroundings(Platform.forTests(), new Tokens(), folder);
                Registry registry =
                        Registry.start(surroundings, "--hfs.registry.pseudonym.first-key-id=" + LargestOutcomes.KEY)) {
            for (int number = 0; number <= Dossier.MOST_OUTCOMES; number++) {
                surroundings.submitWith(
                        LargestOutcomes.assessment(number), "ce_" + EventType.SUBMITTED_BY, LargestOutcomes.CLIENT);
            }
            surroundings.submit(Examples.assessment(
                    LargestOutcomes.HOSPITAL,
                    "next",
                    1,
                    "next",
                    LargestOutcomes.PATIENT,
                    Examples.TREATED,
                    30,
                    SpasmGrade.E0));
            await().atMost(Duration.ofMinutes(2)).until(() -> surroundings.followed(registry));

            CloudEvent published = Objects.requireNonNull(
                    surroundings.treatmentsTopic().get(LargestOutcomes.HOSPITAL + "/" + LargestOutcomes.TREATMENT));
            assertThat(DocumentJson.treatment(
                                    Objects.requireNonNull(published.getData()).toBytes())
                            .outcomes())
                    .hasSize(Dossier.MOST_OUTCOMES)
                    .allSatisfy(reported -> assertThat(reported.submittedBy()).isEqualTo(LargestOutcomes.CLIENT));
            assertThat(surroundings.treatmentsTopic()).containsKey(LargestOutcomes.HOSPITAL + "/next");
            assertThat(registry.stored("quarantine")).hasSize(1);
        }
    }
}
