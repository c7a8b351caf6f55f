package org.hfsregistry.registry.registration.health;

import org.hfsregistry.registry.registration.LogPartitions;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Down where the log has other partitions than it had: only whoever runs the registry can put that right. */
@Component("logPartitionsHealthIndicator")
class LogPartitionsHealth implements HealthIndicator {

    private final LogPartitions partitions;

    LogPartitionsHealth(LogPartitions partitions) {
        this.partitions = partitions;
    }

    @Override
    public Health health() {
        return partitions
                .refusal()
                .map(reason -> Health.down().withDetail("changed", reason).build())
                .orElseGet(() -> Health.up().build());
    }
}
