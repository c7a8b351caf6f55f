package org.hfsregistry.local.counting;

import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.hfsregistry.local.run.Patience;
import tools.jackson.databind.JsonNode;

/**
 * Waits until what was submitted before is in the numbers: the registry has applied it, and analytics has read what the
 * registry made of it.
 */
public final class Counting {

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
     * @throws org.hfsregistry.local.run.CannotBeDone if whoever counts is gone, or nothing moves for too long
     */
    public void await(Patience patience, LongConsumer toGo) throws InterruptedException {
        patience.await(() -> {
            long lag = log.lag();
            if (lag > 0) {
                toGo.accept(lag);
            }
            return new Patience.Sight(lag == 0, lag, lag + " outcomes are submitted and not registered");
        });
        Map<String, List<Long>> ends = log.registeredEnds();
        patience.await(() -> {
            JsonNode positions = analyticsPositions.get();
            return new Patience.Sight(
                    isRead(ends, positions), positions, "what is registered is not in the statistics");
        });
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
}
