package org.hfsregistry.registry.proof.timer;

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
 * line of it proves later that nothing before was altered or cut off.
 */
@Component
class Sealer implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Sealer.class);

    private final SealHistory sealHistory;
    private final SealSettings settings;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile Thread sealing = new Thread();

    Sealer(SealHistory sealHistory, SealSettings settings) {
        this.sealHistory = sealHistory;
        this.settings = settings;
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
            sealHistory.seal(seal -> newest.put(seal.partition(), seal));
        } catch (RuntimeException e) {
            LOG.warn("The history is not sealed for now, or not all of it; trying again", e);
        }
        newest.values().forEach(seal -> LOG.info("Sealed {} (up to offset {})", seal.head(), seal.to()));
    }
}
