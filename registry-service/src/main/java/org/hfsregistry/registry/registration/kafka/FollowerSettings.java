package org.hfsregistry.registry.registration.kafka;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How the log is followed.
 *
 * @param followers how many partitions are worked on at a time
 * @param longestPause between two tries of a batch while the store or the broker is away
 */
@Validated
@ConfigurationProperties("hfs.registry")
record FollowerSettings(@Min(1) int followers, Duration longestPause) {}
