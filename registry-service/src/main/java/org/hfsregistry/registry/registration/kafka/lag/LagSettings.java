package org.hfsregistry.registry.registration.kafka.lag;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How the log is watched.
 *
 * @param lookEvery between two looks at it
 * @param askRetentionEvery between two questions to the broker how long it keeps it
 */
@Validated
@ConfigurationProperties("hfs.registry.lag")
record LagSettings(
        @DurationMin(millis = 1) Duration lookEvery,
        @DurationMin(millis = 1) Duration askRetentionEvery) {}
