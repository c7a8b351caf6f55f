package org.hfsregistry.local.counting;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.hfsregistry.local.run.CannotBeDone;
import tools.jackson.databind.JsonNode;

/**
 * Waits until what was submitted before is in the numbers: the registry has applied it, and analytics has read what the
 * registry made of it.
 */
public final class Counting {

    private static final Duration BETWEEN_ASKING = Duration.ofMillis(100);
    private static final Duration WITHOUT_PROGRESS = Duration.ofSeconds(60);

    private final SubmittedLog log;
    private final Supplier<JsonNode> analyticsPositions;

    /**
     * Asks the broker and analytics.
     *
     * @param analyticsPositions an object with the next offset of each partition by topic
     */
    public Counting(SubmittedLog log, Supplier<JsonNode> analyticsPositions) {
        this.log = log;
        this.analyticsPositions = analyticsPositions;
    }

    /**
     * Returns when all is counted.
     *
     * @param toGo is told how many outcomes are still to be applied
     * @throws CannotBeDone if nothing moves for a while
     */
    public void await(LongConsumer toGo) throws InterruptedException {
        long lag = log.lag();
        Instant moved = Instant.now();
        while (lag > 0) {
            toGo.accept(lag);
            requireProgressSince(moved, lag + " outcomes are submitted and not registered");
            Thread.sleep(BETWEEN_ASKING);
            long now = log.lag();
            moved = now == lag ? moved : Instant.now();
            lag = now;
        }
        Map<String, List<Long>> ends = log.registeredEnds();
        Instant asked = Instant.now();
        while (!isRead(ends, analyticsPositions.get())) {
            requireProgressSince(asked, "what is registered is not in the statistics");
            Thread.sleep(BETWEEN_ASKING);
        }
    }

    private static boolean isRead(Map<String, List<Long>> ends, JsonNode positions) {
        return ends.entrySet().stream().allMatch(topic -> isReached(topic.getValue(), positions.path(topic.getKey())));
    }

    private static boolean isReached(List<Long> ends, JsonNode positions) {
        for (int partition = 0; partition < ends.size(); partition++) {
            if (positions.path(partition).asLong(0) < ends.get(partition)) {
                return false;
            }
        }
        return true;
    }

    private static void requireProgressSince(Instant moved, String what) {
        if (moved.plus(WITHOUT_PROGRESS).isBefore(Instant.now())) {
            throw new CannotBeDone(
                    "For %d s nothing moves: %s".formatted(WITHOUT_PROGRESS.toSeconds(), what),
                    "Look at the logs of the registry and analytics.");
        }
    }
}
