package org.hfsregistry.registry.following.health;

import org.hfsregistry.registry.following.WaitingForKeys;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Down while something waits for a pseudonym key: only whoever runs the registry can give it. */
@Component("pseudonymKeysHealthIndicator")
class PseudonymKeysHealth implements HealthIndicator {

    private final WaitingForKeys waiting;

    PseudonymKeysHealth(WaitingForKeys waiting) {
        this.waiting = waiting;
    }

    @Override
    public Health health() {
        return waiting.reasons().isEmpty()
                ? Health.up().build()
                : Health.down().withDetail("waiting", waiting.reasons()).build();
    }
}
