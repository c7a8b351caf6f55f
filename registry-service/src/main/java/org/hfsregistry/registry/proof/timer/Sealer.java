package org.hfsregistry.registry.proof.timer;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.hfsregistry.registry.proof.Seal;
import org.hfsregistry.registry.proof.SealHistory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Seals every so often. The last seal of each partition is told in the log, which is usually kept elsewhere, by other people: a
 * line of it proves later that nothing before was altered or cut off. How long ago all could be sealed is a metric, so that
 * somebody is told where it fails.
 */
@Component
class Sealer implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Sealer.class);

    private final SealHistory sealHistory;
    private final SealSettings settings;
    private final Clock clock;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile Thread sealing = new Thread();
    private volatile Instant sealedLast;

    Sealer(SealHistory sealHistory, SealSettings settings, MeterRegistry meters, Clock clock) {
        this.sealHistory = sealHistory;
        this.settings = settings;
        this.clock = clock;
        this.sealedLast = clock.instant();
        TimeGauge.builder("hfs.registry.seal.age", this, TimeUnit.MILLISECONDS, Sealer::millisSince)
                .description("Since when this process has not sealed all that can be sealed")
                .register(meters);
    }

    /** It grows also where nobody seals any more, without an error. */
    private double millisSince() {
        return Duration.between(sealedLast, clock.instant()).toMillis();
    }

    @Override
    public void start() {
        sealing = Thread.ofPlatform().name("seal").start(this::sealUntilStopped);
    }

    /** What the followers noted last is sealed, too, since they stop before. */
    @Override
    public void stop() {
        stopped.countDown();
        try {
            sealing.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        seal();
    }

    @Override
    public boolean isRunning() {
        return sealing.isAlive();
    }

    /** Starts before the followers and stops after them. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 1;
    }

    private void sealUntilStopped() {
        try {
            while (!stopped.await(settings.sealEvery().toMillis(), TimeUnit.MILLISECONDS)) {
                seal();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void seal() {
        Map<Integer, Seal> newest = new TreeMap<>();
        try {
            Instant begin = clock.instant();
            sealHistory.seal(seal -> newest.put(seal.partition(), seal));
            sealedLast = begin;
        } catch (RuntimeException e) {
            LOG.warn("The history is not sealed for now, or not all of it; trying again", e);
        }
        newest.values().forEach(seal -> LOG.info("Sealed {} (up to offset {})", seal.head(), seal.to()));
    }
}
