package org.hfsregistry.analytics.attack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What somebody knows of counts: between which two numbers each lies, and sums of some of them. */
final class Knowledge {
    /** More than there are people. */
    static final long NO_LIMIT = 1L << 40;

    private static final Bounds NOTHING = new Bounds(0, NO_LIMIT);

    private final Map<Group, Map<String, Bounds>> bounds = new HashMap<>();
    private final List<Sum> sums = new ArrayList<>();
    private int told;

    /** Between which numbers a count lies. */
    record Bounds(long least, long most) {
        boolean isExact() {
            return least == most;
        }

        Bounds and(Bounds other) {
            return new Bounds(Math.max(least, other.least), Math.min(most, other.most));
        }
    }

    /** A count of some groups together. */
    record Sum(List<Group> groups, String count, long people) {}

    /** A number that was told. */
    void told(Group group, String count, long people) {
        told++;
        learn(group, count, new Bounds(people, people));
    }

    /** A number of several groups together that was told. */
    void told(List<Group> groups, String count, long people) {
        told++;
        if (groups.size() == 1) {
            learn(groups.getFirst(), count, new Bounds(people, people));
        } else {
            sums.add(new Sum(List.copyOf(groups), count, people));
        }
    }

    /** How many numbers were told. */
    int told() {
        return told;
    }

    /** Anything that follows; true where it was not known before. */
    boolean learn(Group group, String count, Bounds known) {
        Map<String, Bounds> ofGroup = bounds.computeIfAbsent(group, first -> new HashMap<>());
        Bounds before = ofGroup.getOrDefault(count, NOTHING);
        Bounds now = before.and(known);
        if (now.least > now.most) {
            throw new IllegalStateException(group + " " + count + ": " + before + " and " + known);
        }
        ofGroup.put(count, now);
        return !now.equals(before);
    }

    Bounds of(Group group, String count) {
        return bounds.getOrDefault(group, Map.of()).getOrDefault(count, NOTHING);
    }

    List<Sum> sums() {
        return sums;
    }

    /** All of it, to be added to. */
    Knowledge copy() {
        Knowledge copy = new Knowledge();
        bounds.forEach((group, counts) -> copy.bounds.put(group, new HashMap<>(counts)));
        copy.sums.addAll(sums);
        copy.told = told;
        return copy;
    }
}
