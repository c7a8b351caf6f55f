package org.hfsregistry.registry.quarantine.timer;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How what is in quarantine is counted.
 *
 * @param countQuarantineEvery between two counts
 */
@Validated
@ConfigurationProperties("hfs.registry")
record CountSettings(@DurationMin(millis = 1) Duration countQuarantineEvery) {}
