package org.hfsregistry.faults.fault;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.hfsregistry.faults.deployed.Deployment;
import org.hfsregistry.faults.deployed.Part;

/**
 * Carries a plan out. A part that ended by itself is started again, as whoever runs it would: services that find no broker or
 * store at their start end.
 */
public final class InflictFaults {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);
    private static final Duration BEFORE_IT_IS_STARTED_AGAIN = Duration.ofSeconds(1);

    private final Deployment deployment;
    private final Runnable meanwhile;
    private final Consumer<String> told;
    private final PriorityQueue<Return> returns = new PriorityQueue<>(Comparator.comparing(Return::at));
    private final Map<Part, Integer> kills = new EnumMap<>(Part.class);
    private int pauses;
    private int endedByThemselves;

    /** When a part is started again, or wakes up. */
    private record Return(Instant at, Part part) {}

    /**
     * On these parts.
     *
     * @param meanwhile is done again and again, and may throw to break off
     * @param told what is done, in words
     */
    public InflictFaults(Deployment deployment, Runnable meanwhile, Consumer<String> told) {
        this.deployment = deployment;
        this.meanwhile = meanwhile;
        this.told = told;
    }

    /** Returns when everything was done to the parts, and all of them answer again. */
    public FaultAccount inflict(FaultPlan plan) throws InterruptedException {
        Instant begin = Instant.now();
        Instant last = begin;
        for (FaultPlan.Planned planned : plan.faults()) {
            Instant due = last.plus(planned.after());
            while (Instant.now().isBefore(due) || !canHappen(planned.fault())) {
                passTime();
            }
            last = Instant.now();
            told.accept("%5.1f s  %s".formatted(Duration.between(begin, last).toMillis() / 1e3, planned.fault()));
            inflict(planned.fault(), last);
        }
        while (!returns.isEmpty()) {
            passTime();
        }
        deployment.awaitReady(this::lookAfterParts);
        return new FaultAccount(Map.copyOf(kills), pauses, endedByThemselves, Duration.between(begin, Instant.now()));
    }

    /** A fault waits until there is somebody to have it. */
    private boolean canHappen(Fault fault) {
        return fault.parts().stream().allMatch(part -> deployment.isAlive(part) && !deployment.isPaused(part));
    }

    private void inflict(Fault fault, Instant now) {
        switch (fault) {
            case Fault.Kill(var parts, List<Duration> away) -> {
                parts.forEach(deployment::kill);
                Iterator<Duration> each = away.iterator();
                for (Part part : parts) {
                    kills.merge(part, 1, Integer::sum);
                    returns.add(new Return(now.plus(each.next()), part));
                }
            }
            case Fault.Pause(Part part, Duration length) -> {
                deployment.pause(part);
                pauses++;
                returns.add(new Return(now.plus(length), part));
            }
        }
    }

    private void passTime() throws InterruptedException {
        lookAfterParts();
        Thread.sleep(BETWEEN_LOOKS);
    }

    private void lookAfterParts() {
        meanwhile.run();
        Instant now = Instant.now();
        while (!returns.isEmpty() && !returns.element().at().isAfter(now)) {
            Part part = returns.remove().part();
            if (deployment.isPaused(part)) {
                deployment.wake(part);
            } else {
                deployment.start(part);
            }
        }
        List<Part> gone = new ArrayList<>(deployment.parts());
        gone.removeIf(part -> deployment.isAlive(part) || isToReturn(part));
        for (Part part : gone) {
            endedByThemselves++;
            told.accept("         %s ended by itself and is started again".formatted(part.label()));
            returns.add(new Return(now.plus(BEFORE_IT_IS_STARTED_AGAIN), part));
        }
    }

    private boolean isToReturn(Part part) {
        return returns.stream().anyMatch(each -> each.part() == part);
    }
}
