package org.hfsregistry.registry.erasure.timer;

import java.time.Clock;
import java.time.Duration;
import org.hfsregistry.registry.erasure.TellErasedAgain;
import org.hfsregistry.registry.timing.Repeated;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks every hour for erasures that are to be told again; more often where they are to be gone sooner. */
@Component
class ErasureTimer implements SmartLifecycle {

    private static final Duration LONGEST = Duration.ofHours(1);

    private final Repeated telling;

    ErasureTimer(TellErasedAgain tellErasedAgain, ErasureSettings settings, Clock clock) {
        Duration within = settings.compactedWithin();
        this.telling = new Repeated(
                "tell again what was erased",
                within.compareTo(LONGEST) < 0 ? within : LONGEST,
                () -> tellErasedAgain.until(clock.instant().minus(within)));
    }

    @Override
    public void start() {
        telling.start();
    }

    @Override
    public void stop() {
        telling.stop();
    }

    @Override
    public boolean isRunning() {
        return telling.isRunning();
    }
}
