package org.hfsregistry.faults.fault;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.hfsregistry.faults.deployed.Part;

/** Faults in their order, each some time after the one before. The same seed draws the same plan. */
public record FaultPlan(List<Planned> faults) {

    /** Longer than a member of the registry's group may be silent (session.timeout.ms, 10 s). */
    static final Duration SHORTEST_PAUSE = Duration.ofSeconds(12);

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(20);
    private static final Duration LONGEST_SHORT_ABSENCE = Duration.ofSeconds(3);
    private static final Duration LONGEST_ABSENCE = Duration.ofSeconds(12);
    private static final int ONE_LONG_ABSENCE_IN = 8;
    private static final int LONGEST_GAP_OF_MEAN = 4;

    /**
     * A fault of a plan.
     *
     * @param after how long after the one before
     */
    public record Planned(Duration after, Fault fault) {}

    /**
     * Draws a plan. It goes through packs: each has every part once, two at once, and a pause of an instance of the registry, in
     * random order, so that also a short plan has many kinds.
     *
     * @param kills how many processes are killed in all
     * @param meanGap how long the time between two faults is on average
     */
    public static FaultPlan drawn(int kills, Duration meanGap, Random random) {
        List<Planned> planned = new ArrayList<>();
        Deque<Fault> pack = new ArrayDeque<>();
        int left = kills;
        while (left > 0) {
            if (pack.isEmpty()) {
                pack.addAll(pack(random));
            }
            Fault next = pack.remove();
            if (next.kills() <= left) {
                planned.add(new Planned(gap(meanGap, random), next));
                left -= next.kills();
            }
        }
        return new FaultPlan(List.copyOf(planned));
    }

    private static List<Fault> pack(Random random) {
        List<Fault> pack = new ArrayList<>();
        Stream.of(Part.values()).forEach(part -> pack.add(kill(EnumSet.of(part), random)));
        List<Part> parts = new ArrayList<>(List.of(Part.values()));
        Collections.shuffle(parts, random);
        pack.add(kill(EnumSet.of(parts.get(0), parts.get(1)), random));
        Part paused = Part.REGISTRIES.get(random.nextInt(Part.REGISTRIES.size()));
        pack.add(new Fault.Pause(paused, between(SHORTEST_PAUSE, LONGEST_PAUSE, random)));
        Collections.shuffle(pack, random);
        return pack;
    }

    private static Fault kill(Set<Part> parts, Random random) {
        return new Fault.Kill(
                parts,
                parts.stream()
                        .map(part -> between(
                                Duration.ZERO,
                                random.nextInt(ONE_LONG_ABSENCE_IN) == 0 ? LONGEST_ABSENCE : LONGEST_SHORT_ABSENCE,
                                random))
                        .toList());
    }

    /** As of faults that know nothing of one another, but for the longest. */
    private static Duration gap(Duration mean, Random random) {
        double ofMean = Math.min(LONGEST_GAP_OF_MEAN, -Math.log(1 - random.nextDouble()));
        return Duration.ofMillis(Math.round(ofMean * mean.toMillis()));
    }

    private static Duration between(Duration least, Duration most, Random random) {
        return least.plusMillis(
                Math.round(random.nextDouble() * most.minus(least).toMillis()));
    }
}
