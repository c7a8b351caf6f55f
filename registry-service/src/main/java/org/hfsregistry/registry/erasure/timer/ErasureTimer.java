package org.hfsregistry.registry.erasure.timer;

import java.time.Clock;
import java.time.Duration;
import org.hfsregistry.registry.erasure.EndSegments;
import org.hfsregistry.registry.timing.Repeated;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks every hour for erasures that compaction is to go over; more often where they are to be gone sooner. */
@Component
class ErasureTimer implements SmartLifecycle {

    private static final Duration LONGEST = Duration.ofHours(1);

    private final Repeated looking;

    ErasureTimer(EndSegments endSegments, ErasureSettings settings, Clock clock) {
        Duration within = settings.compactedWithin();
        this.looking = new Repeated(
                "let compaction go over what was erased",
                within.compareTo(LONGEST) < 0 ? within : LONGEST,
                () -> endSegments.until(clock.instant().minus(within)));
    }

    @Override
    public void start() {
        looking.start();
    }

    @Override
    public void stop() {
        looking.stop();
    }

    @Override
    public boolean isRunning() {
        return looking.isRunning();
    }
}
