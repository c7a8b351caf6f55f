package org.hfsregistry.analytics.attack;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hfsregistry.analytics.cohort.Cohort;
import org.hfsregistry.analytics.cohort.Population;
import org.hfsregistry.analytics.measure.DataDay;
import org.hfsregistry.analytics.question.Trait;

/** What there is, counted in the treatments themselves: to hold against what somebody claims to have found out. */
final class Truth {
    private final Population population;
    private final Map<Key, Map<Group, int[]>> kinds = new HashMap<>();

    private record Key(String subject, Trait trait) {}

    Truth(Population population) {
        this.population = population;
    }

    Set<String> hospitals() {
        return population.read(cut -> new TreeSet<>(cut.cohorts().keySet()));
    }

    /** All groups in which there is anybody, or in another hospital. */
    List<Group> groups(Subject subject, Trait trait) {
        Set<Integer> parts = new TreeSet<>();
        kinds(subject, trait).keySet().forEach(group -> parts.add(group.part()));
        return Attacker.groups(hospitals(), parts, trait);
    }

    /** How many there are in a group. */
    long people(Subject subject, Group group, BitSet set) {
        int[] counted = kinds(subject, group.trait()).getOrDefault(group, new int[subject.kinds()]);
        return set.stream().mapToLong(kind -> counted[kind]).sum();
    }

    private Map<Group, int[]> kinds(Subject subject, Trait trait) {
        return kinds.computeIfAbsent(
                new Key(subject.name(), trait),
                key -> population.read(cut -> {
                    Map<Group, int[]> counted = new HashMap<>();
                    int day = DataDay.of(cut.asOf());
                    cut.cohorts()
                            .forEach((hospital, cohort) -> parts(subject, trait, cohort)
                                    .forEach(part -> {
                                        int[] of = subject.counting()
                                                .of(
                                                        cohort,
                                                        (it, row) -> subject.among()
                                                                        .has(it, row)
                                                                && (trait == Trait.NONE || trait.part(it, row) == part),
                                                        day);
                                        for (String each : List.of(hospital, Group.NETWORK)) {
                                            int[] all = counted.computeIfAbsent(
                                                    new Group(each, trait, part), first -> new int[of.length]);
                                            for (int kind = 0; kind < of.length; kind++) {
                                                all[kind] += of[kind];
                                            }
                                        }
                                    }));
                    return counted;
                }));
    }

    private static Set<Integer> parts(Subject subject, Trait trait, Cohort cohort) {
        Set<Integer> parts = new TreeSet<>();
        if (trait == Trait.NONE) {
            parts.add(0);
            return parts;
        }
        for (int row = 0; row < cohort.rows(); row++) {
            if (subject.among().has(cohort, row)) {
                parts.add(trait.part(cohort, row));
            }
        }
        return parts;
    }
}
