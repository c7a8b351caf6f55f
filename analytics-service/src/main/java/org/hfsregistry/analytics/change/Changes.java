package org.hfsregistry.analytics.change;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.hfsregistry.analytics.cohort.LogPositions;
import org.hfsregistry.analytics.disclosure.Audience;
import org.hfsregistry.analytics.disclosure.Thresholds;
import org.hfsregistry.analytics.question.Asked;
import org.hfsregistry.analytics.statistic.Answer;
import org.hfsregistry.analytics.statistic.Statistics;
import org.springframework.stereotype.Service;

/**
 * Tells who listens that there are newer numbers, and of which hospitals. It exists so that it tells nothing that who asks
 * for the list of hospitals again and again would not see: a hospital is named when what everybody sees of it in that list
 * has changed, and to itself when its own numbers have.
 */
@Service
public final class Changes {
    private static final int MOST_STEPS = 2_400;
    private static final String HOSPITAL = "hospitalId";

    /** What a hospital shares with the others, and so changes with theirs. */
    private static final Set<String> OF_OTHERS_TOO = Set.of("shrunkenRate", "shrunkenInterval", "funnel");

    private final Statistics statistics;
    private final Thresholds thresholds;
    private final Set<Listening> listening = new LinkedHashSet<>();
    private final Deque<Told> steps = new ArrayDeque<>();
    private LogPositions seenAt = LogPositions.NONE;
    private Map<String, Map<String, Object>> seen = Map.of();
    private boolean open;

    /** Over statistics, with the k of everybody. */
    public Changes(Statistics statistics, Thresholds thresholds) {
        this.statistics = statistics;
        this.thresholds = thresholds;
    }

    /**
     * How many may listen, and how they are kept.
     *
     * @param most at a time
     * @param beatEvery the longest silence on a line
     */
    public record Limits(int most, Duration beatEvery) {}

    /**
     * Somebody begins to listen, and is told the version of the data at once, with the hospitals that were missed since the
     * one seen last; empty where too many listen or nobody may. Who takes it runs it.
     *
     * @param lastSeen the data version that was told last, of who comes back; below 0 where it can't be read
     */
    public synchronized Optional<Runnable> listen(
            Listener listener, Audience audience, Optional<Long> lastSeen, Limits limits) {
        if (!open || listening.size() >= limits.most()) {
            return Optional.empty();
        }
        look();
        Listening begun = new Listening(listener, audience, limits.beatEvery());
        own(audience).ifPresent(begun::moved);
        begun.tell(since(lastSeen, audience));
        listening.add(begun);
        return Optional.of(() -> {
            try {
                begun.run();
            } finally {
                left(begun);
            }
        });
    }

    private synchronized void left(Listening gone) {
        listening.remove(gone);
    }

    /** How many listen. */
    public synchronized int listening() {
        return listening.size();
    }

    /** From now on anybody may listen. */
    public synchronized void begin() {
        open = true;
    }

    /** Hangs up on all, and takes nobody any more. */
    public synchronized void end() {
        open = false;
        listening.forEach(Listening::end);
    }

    /** Looks whether there are newer numbers where anybody listens, and tells of them. */
    public synchronized void lookForListeners() {
        if (!listening.isEmpty()) {
            look();
        }
    }

    private void look() {
        if (!steps.isEmpty() && statistics.positions().equals(seenAt)) {
            return;
        }
        Answer answer = statistics.hospitals(Set.of(), Asked.USUAL_LEVEL, thresholds.forEverybody());
        Map<String, Map<String, Object>> now = new HashMap<>();
        answer.groups().forEach(group -> now.put(String.valueOf(group.get(HOSPITAL)), ofItself(group)));
        SortedSet<String> changed = new TreeSet<>();
        now.forEach((hospital, numbers) -> {
            if (!numbers.equals(seen.get(hospital))) {
                changed.add(hospital);
            }
        });
        seen = now;
        seenAt = answer.positions();
        Told step = new Told(seenAt.dataVersion(), answer.asOf(), changed, false);
        steps.addLast(step);
        if (steps.size() > MOST_STEPS) {
            steps.removeFirst();
        }
        Map<Audience, Optional<Map<String, Object>>> own = new HashMap<>();
        for (Listening each : listening) {
            boolean moved = own.computeIfAbsent(each.audience(), this::own)
                    .filter(each::moved)
                    .isPresent();
            each.tell(moved ? step.and(each.audience().own().orElseThrow()) : step);
        }
    }

    /** All steps after the version; that all may have changed where not all these steps are known. */
    private Told since(Optional<Long> lastSeen, Audience audience) {
        Told newest = steps.getLast();
        Told nothing = new Told(newest.dataVersion(), newest.asOf(), new TreeSet<>(), false);
        if (lastSeen.isEmpty() || lastSeen.get() == newest.dataVersion()) {
            return nothing;
        }
        if (steps.stream().noneMatch(step -> step.dataVersion() == lastSeen.get())) {
            return new Told(newest.dataVersion(), newest.asOf(), new TreeSet<>(), true);
        }
        Told missed = steps.stream()
                .filter(step -> step.dataVersion() > lastSeen.get())
                .reduce(Told::and)
                .orElse(nothing);
        return audience.own().map(missed::and).orElse(missed);
    }

    private Optional<Map<String, Object>> own(Audience audience) {
        return audience.own()
                .map(hospital -> statistics
                        .hospitals(Set.of(hospital), Asked.USUAL_LEVEL, audience)
                        .groups())
                .map(List::getFirst)
                .map(Changes::ofItself);
    }

    /** A hospital's fields without those that other hospitals' numbers go into. */
    private static Map<String, Object> ofItself(Map<String, Object> group) {
        Map<String, Object> own = new LinkedHashMap<>();
        group.forEach((name, value) -> {
            if (value instanceof Map<?, ?> statistic) {
                Map<Object, Object> fields = new LinkedHashMap<>(statistic);
                fields.keySet().removeAll(OF_OTHERS_TOO);
                own.put(name, fields);
            } else {
                own.put(name, value);
            }
        });
        return own;
    }
}
