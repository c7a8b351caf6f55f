package org.hfsregistry.intake.submission.kafka;

import jakarta.validation.constraints.Min;
import org.hfsregistry.contract.topic.Topics;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How topics are named and made.
 *
 * @param prefix put before their names
 * @param replicas of a topic that is not there yet
 */
@Validated
@ConfigurationProperties("hfs.topics")
record TopicSettings(String prefix, @Min(1) short replicas) {

    Topics.Topic submitted() {
        return new Topics(prefix).submitted(replicas);
    }
}
