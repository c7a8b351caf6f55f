package org.hfsregistry.registry.registration.kafka;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.hfsregistry.registry.following.Turning;
import org.hfsregistry.registry.following.WaitingForKeys;
import org.hfsregistry.registry.registration.TurnPseudonyms;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Has the record turned to the newest pseudonym key before anything is followed: a patient whose earlier treatments are not
 * turned yet would count as two. What fails is tried again for ever, as a batch is.
 */
@Component
class TurnFirst {

    private static final Logger LOG = LoggerFactory.getLogger(TurnFirst.class);
    private static final String RECORD = "the record";
    private static final int STEPS_BETWEEN_LINES = 40;

    private final TurnPseudonyms turnPseudonyms;
    private final WaitingForKeys waiting;
    private final FollowerSettings settings;
    private final CountDownLatch stopped = new CountDownLatch(1);

    TurnFirst(TurnPseudonyms turnPseudonyms, WaitingForKeys waiting, FollowerSettings settings) {
        this.turnPseudonyms = turnPseudonyms;
        this.waiting = waiting;
        this.settings = settings;
    }

    boolean isDone() {
        return turnPseudonyms.isDone();
    }

    /** Returns when all is turned, or when it is stopped; whether all is. */
    boolean await() {
        Optional<Turning.Stage> stage = Optional.empty();
        for (long steps = 0; !isStopped(); steps++) {
            try {
                Optional<Turning> reached = waiting.noted(Set.of(RECORD), turnPseudonyms::step);
                if (reached.isEmpty()) {
                    return true;
                }
                Turning turning = reached.get();
                if (!stage.equals(Optional.of(turning.stage())) || steps % STEPS_BETWEEN_LINES == 0) {
                    LOG.info("Turning pseudonyms to the newest key: {}", turning);
                    stage = Optional.of(turning.stage());
                }
            } catch (RuntimeException e) {
                LOG.warn("Pseudonyms are not turned for now; trying again", e);
                pause();
            }
        }
        return false;
    }

    void stop() {
        stopped.countDown();
    }

    private boolean isStopped() {
        return stopped.getCount() == 0;
    }

    private void pause() {
        try {
            if (stopped.await(settings.longestPause().toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.info("Stopped before all pseudonyms were turned; the next start goes on");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop();
        }
    }
}
