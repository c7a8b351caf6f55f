package org.hfsregistry.analytics.feed.process;

import java.time.Duration;
import java.util.Optional;
import org.hfsregistry.analytics.feed.Feed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Runs the feed in a thread of its own from the start of the service to its end. */
@Component
final class FeedProcess implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(FeedProcess.class);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(15);

    private final Feed feed;
    private Optional<Thread> thread = Optional.empty();

    FeedProcess(Feed feed) {
        this.feed = feed;
    }

    @Override
    public void start() {
        thread = Optional.of(Thread.ofPlatform()
                .name("feed")
                .uncaughtExceptionHandler((died, error) -> LOG.error("The feed has ended by a bug", error))
                .start(feed::run));
    }

    @Override
    public void stop() {
        feed.stop();
        thread.ifPresent(running -> {
            try {
                if (!running.join(LONGEST_STOP)) {
                    LOG.warn("The feed did not stop within {}", LONGEST_STOP);
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @Override
    public boolean isRunning() {
        return thread.filter(Thread::isAlive).isPresent();
    }
}
