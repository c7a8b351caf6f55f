package org.hfsregistry.analytics.feed.process;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.hfsregistry.analytics.feed.Feed;
import org.hfsregistry.analytics.feed.FeedState;
import org.hfsregistry.analytics.feed.UnreadableDocuments;
import org.springframework.stereotype.Component;

/** What an operator watches of the feed. */
@Component
final class FeedMetrics implements MeterBinder {
    private final Feed feed;
    private final UnreadableDocuments unreadable;

    FeedMetrics(Feed feed, UnreadableDocuments unreadable) {
        this.feed = feed;
        this.unreadable = unreadable;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        FunctionCounter.builder("hfs.analytics.unreadable.documents", unreadable, UnreadableDocuments::count)
                .description("Documents of the registry that could not be read")
                .register(registry);
        Gauge.builder(
                        "hfs.analytics.data.version",
                        feed,
                        it -> it.state().applied().dataVersion())
                .description("The sum of the applied offsets")
                .register(registry);
        Gauge.builder("hfs.analytics.following", feed, it -> it.state().phase() == FeedState.Phase.FOLLOWING ? 1 : 0)
                .description("1 while the log is followed")
                .register(registry);
    }
}
