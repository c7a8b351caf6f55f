package org.hfsregistry.analytics.feed.process;

import org.hfsregistry.analytics.feed.Feed;
import org.hfsregistry.analytics.feed.FeedState;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/**
 * Out of service until all is in; stale while the log can't be reached, when answers go on. How much was read is told in
 * thousands only, and places of the log not at all: who reads health may not count the patients of a small registry.
 */
@Component("feedHealthIndicator")
final class FeedHealth implements HealthIndicator {
    private static final int THOUSAND = 1_000;
    private static final Status STALE = new Status("STALE", "The log can't be reached; answers are of older data.");

    private final Feed feed;
    private final FeedProcess process;

    FeedHealth(Feed feed, FeedProcess process) {
        this.feed = feed;
        this.process = process;
    }

    @Override
    public Health health() {
        FeedState state = feed.state();
        return Health.status(process.isRunning() ? status(state) : Status.DOWN)
                .withDetail("phase", state.phase())
                .withDetail("thousandsRead", state.read() / THOUSAND)
                .build();
    }

    private static Status status(FeedState state) {
        return switch (state.phase()) {
            case WAITING, READING, CATCHING_UP -> Status.OUT_OF_SERVICE;
            case FOLLOWING -> Status.UP;
            case STALE -> STALE;
        };
    }
}
