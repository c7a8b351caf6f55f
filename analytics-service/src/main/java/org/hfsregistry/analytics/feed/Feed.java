package org.hfsregistry.analytics.feed;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.hfsregistry.analytics.cohort.LogPositions;
import org.hfsregistry.analytics.cohort.Population;
import org.hfsregistry.analytics.feed.FeedState.Phase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Fills the population and keeps it as the registry has it: notes the end of the log, reads the store, follows the log from
 * the noted end; or takes what was saved of the columns, and follows the log from there; of quarantine, which no store holds, from the beginning. All is in when the follower has reached the end that
 * the log had after the store was read. A document that comes twice changes nothing, since the versions tell.
 */
@Component
public final class Feed {
    private static final Logger LOG = LoggerFactory.getLogger(Feed.class);
    private static final Duration LONGEST_POLL = Duration.ofMillis(200);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);
    private static final Duration BETWEEN_SIGNS_OF_LIFE = Duration.ofSeconds(2);
    private static final int PROGRESS_EVERY = 100_000;

    private final ChangeLog log;
    private final Store store;
    private final Population population;
    private final SavedColumns saved;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile String followed = "";
    private volatile FeedState state = new FeedState(Phase.WAITING, 0, LogPositions.NONE);

    /** From a log and a store, or what was saved, into a population. */
    public Feed(ChangeLog log, Store store, Population population, SavedColumns saved) {
        this.log = log;
        this.store = store;
        this.population = population;
        this.saved = saved;
    }

    /** How far it is. */
    public FeedState state() {
        return state;
    }

    /** Runs until it is stopped. What can't be reached is tried again, from where it was left. */
    public void run() {
        while (!isStopped()) {
            try (ChangeLog.Follower follower = log.open()) {
                if (!state.complete()) {
                    fill(follower);
                } else {
                    follower.seek(state.applied());
                }
                follow(follower);
            } catch (FeedInterrupted interrupted) {
                LOG.warn("The registry's changes can't be followed: {}", interrupted.getMessage());
                move(state.complete() ? Phase.STALE : Phase.WAITING);
                pause();
            }
        }
    }

    /** Saves the columns, if they are as the registry has it now; false where they are not, or can't be saved. */
    public boolean save() {
        FeedState now = state;
        return now.phase() == Phase.FOLLOWING && saved.save(population, followed, now.applied());
    }

    /** Lets {@link #run} come to its end. */
    public void stop() {
        stopped.countDown();
    }

    private void fill(ChangeLog.Follower follower) {
        followed = follower.log();
        LogPositions from = saved.restore(population, followed, positions -> isIn(positions, follower))
                .map(LogPositions::ofTreatments)
                .orElseGet(() -> readStore(follower));
        LogPositions end = follower.ends();
        LOG.info("Follow the log from {} to {}", from, end);
        population.apply(List.of(), from);
        state = new FeedState(Phase.CATCHING_UP, state.read(), from);
        follower.seek(from);
        while (!isStopped() && !state.applied().reached(end)) {
            take(follower, Phase.CATCHING_UP);
        }
        if (!isStopped()) {
            population.complete();
            move(Phase.FOLLOWING);
            LOG.info("All is in at {}", state.applied());
        }
    }

    private static boolean isIn(LogPositions positions, ChangeLog.Follower follower) {
        LogPositions ends = follower.ends();
        return positions.treatments().size() == ends.treatments().size()
                && ends.ofTreatments().reached(positions.ofTreatments())
                && positions.reached(follower.beginnings().ofTreatments());
    }

    private LogPositions readStore(ChangeLog.Follower follower) {
        LogPositions noted = follower.ends().beforeQuarantine();
        state = new FeedState(Phase.READING, 0, LogPositions.NONE);
        store.read(changes -> {
            population.apply(changes, LogPositions.NONE);
            long read = state.read() + changes.size();
            if (read / PROGRESS_EVERY > state.read() / PROGRESS_EVERY) {
                LOG.info("Read {} documents from the store", read);
            }
            state = new FeedState(Phase.READING, read, LogPositions.NONE);
        });
        LOG.info("Read {} documents from the store", state.read());
        return noted;
    }

    private void follow(ChangeLog.Follower follower) {
        long signOfLife = System.nanoTime();
        while (!isStopped()) {
            if (take(follower, Phase.FOLLOWING)) {
                signOfLife = System.nanoTime();
            } else if (System.nanoTime() - signOfLife > BETWEEN_SIGNS_OF_LIFE.toNanos()) {
                follower.ends();
                move(Phase.FOLLOWING);
                signOfLife = System.nanoTime();
            }
        }
    }

    private boolean take(ChangeLog.Follower follower, Phase phase) {
        return follower.poll(LONGEST_POLL)
                .map(batch -> {
                    population.apply(batch.changes(), batch.positions());
                    state = new FeedState(phase, state.read(), batch.positions());
                    return true;
                })
                .orElse(false);
    }

    private void move(Phase phase) {
        state = new FeedState(phase, state.read(), state.applied());
    }

    private boolean isStopped() {
        return stopped.getCount() == 0;
    }

    private void pause() {
        try {
            stopped.await(BETWEEN_TRIES.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            stop();
        }
    }
}
