package org.hfsregistry.intake.submission.kafka;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hfsregistry.contract.topic.Topics;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How topics are named and made.
 *
 * @param prefix put before their names
 * @param replicas of a topic that is not there yet
 * @param submittedKeptFor how long such a topic keeps what was submitted
 */
@Validated
@ConfigurationProperties("hfs.topics")
record TopicSettings(
        String prefix,
        @Min(1) short replicas,
        @DefaultValue("30d") Duration submittedKeptFor) {

    Topics.Topic submitted() {
        return new Topics(prefix, submittedKeptFor).submitted(replicas);
    }
}
