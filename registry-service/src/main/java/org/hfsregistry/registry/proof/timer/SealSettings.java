package org.hfsregistry.registry.proof.timer;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How the history is sealed.
 *
 * @param sealEvery between two seals of a partition
 */
@Validated
@ConfigurationProperties("hfs.registry")
record SealSettings(@DurationMin(millis = 1) Duration sealEvery) {}
