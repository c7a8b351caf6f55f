package org.hfsregistry.registry.audit.rest;

import java.time.Duration;
import org.hfsregistry.registry.audit.NoteAccesses;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Writes accesses as long as the service runs, and ends after the last request has. */
@Component
class AccessWriter implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(AccessWriter.class);
    private static final Duration PATIENCE = Duration.ofMillis(200);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** The web server has a phase that is 2,048 before the last; who comes before it ends after it. */
    private static final int BEFORE_THE_WEB_SERVER = DEFAULT_PHASE - 4096;

    private final NoteAccesses noteAccesses;
    private volatile boolean running;
    private Thread thread = new Thread();

    AccessWriter(NoteAccesses noteAccesses) {
        this.noteAccesses = noteAccesses;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("access-writer").start(this::write);
    }

    private void write() {
        try {
            while (running) {
                wrote();
            }
            while (wrote()) {
                LOG.debug("Accesses were written after the last request");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** While it is to stop, a store that is away is not waited for. */
    private boolean wrote() throws InterruptedException {
        try {
            return noteAccesses.writeSome(running ? PATIENCE : Duration.ZERO);
        } catch (RuntimeException e) {
            LOG.warn("Accesses are not written for now", e);
            if (running) {
                Thread.sleep(PAUSE);
            }
            return running;
        }
    }

    @Override
    public void stop() {
        running = false;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return BEFORE_THE_WEB_SERVER;
    }
}
