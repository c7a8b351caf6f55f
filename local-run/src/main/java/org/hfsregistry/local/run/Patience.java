package org.hfsregistry.local.run;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Waits for what other processes do, as long as they live and something moves: slow is not broken.
 *
 * @param standstill how long nothing may move
 * @param requireAlive throws where one of those that are waited for is gone
 * @param told what is said every minute in which nothing moves
 */
public record Patience(Duration standstill, Runnable requireAlive, Consumer<String> told) {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final Duration BETWEEN_TELLING = Duration.ofMinutes(1);

    /**
     * What is seen at one look.
     *
     * @param counters equal to those of the look before where nothing has moved
     * @param missing what is waited for, in words
     */
    public record Sight(boolean done, Object counters, String missing) {}

    /**
     * Returns when it is done.
     *
     * @throws CannotBeDone if whoever is waited for is gone, or nothing moves for too long
     */
    public void await(Supplier<Sight> look) throws InterruptedException {
        Instant moved = Instant.now();
        Instant toldAt = moved;
        Sight sight = look.get();
        while (!sight.done()) {
            requireAlive.run();
            Instant now = Instant.now();
            if (moved.plus(standstill).isBefore(now)) {
                throw new CannotBeDone(
                        "For %d s nothing moves: %s".formatted(standstill.toSeconds(), sight.missing()),
                        "Look at the logs of the services.");
            }
            Instant last = toldAt.isAfter(moved) ? toldAt : moved;
            if (last.plus(BETWEEN_TELLING).isBefore(now)) {
                toldAt = now;
                told.accept("  nothing has moved for %d s, still waiting: %s"
                        .formatted(Duration.between(moved, now).toSeconds(), sight.missing()));
            }
            Thread.sleep(BETWEEN_LOOKS);
            Sight next = look.get();
            moved = next.counters().equals(sight.counters()) ? moved : Instant.now();
            sight = next;
        }
    }
}
