package org.hfsregistry.analytics.feed;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.hfsregistry.analytics.cohort.Population;

/**
 * When columns are saved: as soon as all is in, now and then, at the end, and soon after nothing was left of a treatment, since
 * what was saved before may hold more of it. Used by one thread at a time.
 */
public final class Saving {
    private final Feed feed;
    private final Population population;
    private final Duration every;
    private final Clock clock;
    private Instant savedAt = Instant.MIN;
    private long emptied;

    /** Saves what the feed feeds, so often at least. */
    public Saving(Feed feed, Population population, Duration every, Clock clock) {
        this.feed = feed;
        this.population = population;
        this.every = every;
        this.clock = clock;
    }

    /** Saves them once more, so that the next start has little to read again. */
    public void end() {
        feed.save();
    }

    /** Saves where it is time to; what could not be saved is tried again at the next look. */
    public void look() {
        Instant now = clock.instant();
        long emptiedNow = population.emptied();
        boolean due = emptiedNow != emptied || savedAt.isBefore(now.minus(every));
        if (due && feed.save()) {
            savedAt = now;
            emptied = emptiedNow;
        }
    }
}
