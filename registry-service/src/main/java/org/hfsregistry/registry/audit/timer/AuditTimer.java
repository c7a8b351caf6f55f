package org.hfsregistry.registry.audit.timer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.hfsregistry.registry.audit.ForgetAccesses;
import org.hfsregistry.registry.timing.Repeated;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Has accesses forgotten that are older than they are kept for, at the start and every hour after it. */
@Component
class AuditTimer implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(AuditTimer.class);
    private static final Duration EVERY = Duration.ofHours(1);

    private final ForgetAccesses forgetAccesses;
    private final AuditSettings settings;
    private final Clock clock;
    private final Repeated forgetting = new Repeated("forget old accesses", EVERY, this::forget);

    AuditTimer(ForgetAccesses forgetAccesses, AuditSettings settings, Clock clock) {
        this.forgetAccesses = forgetAccesses;
        this.settings = settings;
        this.clock = clock;
    }

    private void forget() {
        Instant before = clock.instant()
                .atOffset(ZoneOffset.UTC)
                .minus(settings.auditKeptFor())
                .toInstant();
        long forgotten = forgetAccesses.before(before);
        if (forgotten > 0) {
            LOG.info("Forgot {} accesses from before {}", forgotten, before);
        }
    }

    @Override
    public void start() {
        forgetting.start();
    }

    @Override
    public void stop() {
        forgetAccesses.stop();
        forgetting.stop();
    }

    @Override
    public boolean isRunning() {
        return forgetting.isRunning();
    }
}
