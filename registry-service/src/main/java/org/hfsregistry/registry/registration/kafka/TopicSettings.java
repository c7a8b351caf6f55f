package org.hfsregistry.registry.registration.kafka;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How topics are named and made.
 *
 * @param prefix put before their names
 * @param replicas of a topic that is not there yet
 * @param submittedKeptFor how long what was submitted is kept, if its topic is not there yet; else say what that one has
 * @param compactedWithin after this time nothing of what was erased is in the compacted topics, if they are not there yet
 */
@Validated
@ConfigurationProperties("hfs.topics")
record TopicSettings(
        String prefix,
        @Min(1) short replicas,
        @DefaultValue("30d") Duration submittedKeptFor,
        @DefaultValue("1d") Duration compactedWithin) {}
