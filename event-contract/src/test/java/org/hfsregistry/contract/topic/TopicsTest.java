package org.hfsregistry.contract.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicsTest {

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "3, 2", "5, 2"})
    void an_outcome_of_three_replicas_is_acknowledged_when_two_have_it(int replicas, String inSync) {
        assertThat(new Topics("").submitted(replicas).configuration()).containsEntry("min.insync.replicas", inSync);
    }

    @Test
    void that_a_document_went_can_be_read_for_as_long_as_what_was_submitted() {
        Topics topics = new Topics("");

        assertThat(topics.treatments().configuration())
                .containsEntry(
                        "delete.retention.ms",
                        topics.submitted().configuration().get("retention.ms"));
    }

    @ParameterizedTest
    @CsvSource({"1", "3"})
    void a_topic_has_the_same_name_and_partitions_whatever_its_replicas(int replicas) {
        assertThat(new Topics("p.").submitted(replicas))
                .extracting(Topics.Topic::name, Topics.Topic::partitions)
                .containsExactly("p.hfs.outcomes.submitted", 12);
    }

    @Test
    void what_was_submitted_is_kept_as_long_as_is_said_and_so_is_that_a_document_went() {
        Topics topics = new Topics("", Duration.ofDays(90));

        assertThat(topics.submitted(3).configuration()).containsEntry("retention.ms", "7776000000");
        assertThat(topics.treatments().configuration()).containsEntry("delete.retention.ms", "7776000000");
        assertThat(new Topics("").submitted().configuration()).containsEntry("retention.ms", "2592000000");
        assertThatIllegalArgumentException().isThrownBy(() -> new Topics("", Duration.ZERO));
    }
}
