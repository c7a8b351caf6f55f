package org.hfsregistry.analytics.change.sse;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.hfsregistry.analytics.change.Changes;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks for changes four times a second where anybody listens, and hangs up before the server stops: it would wait for those who
 * listen.
 */
@Component
@EnableScheduling
final class ChangesProcess implements SmartLifecycle {
    private final Changes changes;
    private volatile boolean running;

    ChangesProcess(Changes changes, MeterRegistry meters) {
        this.changes = changes;
        Gauge.builder("hfs.analytics.changes.listeners", changes, Changes::listening)
                .description("How many listen to changes")
                .register(meters);
    }

    @Scheduled(fixedDelayString = "PT0.25S")
    void look() {
        if (running) {
            changes.lookForListeners();
        }
    }

    @Override
    public void start() {
        running = true;
        changes.begin();
    }

    @Override
    public void stop() {
        running = false;
        changes.end();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
