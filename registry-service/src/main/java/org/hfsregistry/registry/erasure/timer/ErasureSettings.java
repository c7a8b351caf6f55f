package org.hfsregistry.registry.erasure.timer;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When what was erased is to be gone from the compacted topics.
 *
 * @param compactedWithin of a topic that is there already it is the topic's own {@code max.compaction.lag.ms} that counts; say that
 */
@Validated
@ConfigurationProperties("hfs.topics")
record ErasureSettings(
        @DefaultValue("1d") @DurationMin(millis = 1) Duration compactedWithin) {}
