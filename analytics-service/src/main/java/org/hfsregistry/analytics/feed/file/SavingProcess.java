package org.hfsregistry.analytics.feed.file;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.hfsregistry.analytics.cohort.Population;
import org.hfsregistry.analytics.feed.Feed;
import org.hfsregistry.analytics.feed.Saving;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks whether columns are to be saved, in a thread of its own, where there is a folder for them. */
@Component
final class SavingProcess implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(SavingProcess.class);
    private static final Duration LOOKS_EVERY = Duration.ofSeconds(30);

    private final FileSettings settings;
    private final Saving saving;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private Optional<Thread> thread = Optional.empty();

    SavingProcess(FileSettings settings, Feed feed, Population population) {
        this.settings = settings;
        this.saving = new Saving(feed, population, settings.every(), Clock.systemUTC());
    }

    @Override
    public void start() {
        thread = settings.folderIfGiven()
                .map(folder -> Thread.ofPlatform()
                        .name("saving")
                        .uncaughtExceptionHandler(
                                (died, error) -> LOG.error("Saving columns has ended by a bug", error))
                        .start(this::run));
    }

    private void run() {
        while (!isStopped()) {
            saving.look();
        }
    }

    private boolean isStopped() {
        try {
            return stopped.await(LOOKS_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public void stop() {
        stopped.countDown();
        thread.ifPresent(running -> {
            try {
                running.join();
                saving.end();
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
