package org.hfsregistry.registry.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hfsregistry.contract.fixture.Examples.HOSPITAL;
import static org.hfsregistry.contract.fixture.Examples.assessment;
import static org.hfsregistry.contract.fixture.Examples.eligibleCases;
import static org.hfsregistry.contract.fixture.Examples.hospitalProfile;

import java.util.List;
import java.util.Objects;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.registry.treatment.Dossier;
import org.junit.jupiter.api.Test;

/** Whoever publishes what it has read a while ago leaves no older document as the last one on a topic. */
class LatePublicationTest {

    @Test
    void of_treatments_and_of_hospitals_the_newest_is_published_after_it() {
        Log log = new Log();
        log.add(hospitalProfile());
        log.add(assessment("o-1", 1, "t-1", 365, SpasmGrade.E0));
        RecordInMemory memory = log.applied();
        List<Dossier<?>> read = List.of(
                Objects.requireNonNull(memory.hospitals.get(HOSPITAL)),
                Objects.requireNonNull(memory.treatments.get(HOSPITAL + "/t-1")));
        log.add(eligibleCases());
        log.add(assessment("o-1", 2, "t-1", 365, SpasmGrade.E1));
        log.follow(memory, () -> 1);

        memory.topics.publish(read);
        memory.topics.followUp(read, memory.treatments(), memory.hospitals());

        assertThat(memory.topics.last()).containsAllEntriesOf(memory.treatments).containsAllEntriesOf(memory.hospitals);
    }
}
