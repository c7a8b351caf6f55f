package org.hfsregistry.analytics.attack;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hfsregistry.analytics.question.Trait;

/**
 * What an attack came to.
 *
 * @param few how many counts there are that are of few people, and that answers tell or that are the difference of two such
 * @param recovered those of them that were found out to the number, which is the true one
 * @param narrowed how many of them were found to lie between numbers that leave less than any few
 */
record Findings(int told, int few, List<String> recovered, int narrowed) {

    /** Holds what is known against the truth; whoever knows something that is not so has reckoned wrong. */
    static Findings of(Truth truth, Knowledge knowledge, int k, String except) {
        int few = 0;
        int narrowed = 0;
        Set<String> seen = new LinkedHashSet<>();
        List<String> recovered = new ArrayList<>();
        for (Map.Entry<Subject, List<Trait>> each : Attacker.subjects().entrySet()) {
            Subject subject = each.getKey();
            List<Trait> traits = new ArrayList<>(each.getValue());
            traits.add(Trait.NONE);
            Map<String, BitSet> counts = subject.counts().sets();
            for (Trait trait : traits) {
                for (Group group : truth.groups(subject, trait)) {
                    for (Map.Entry<String, BitSet> count : counts.entrySet()) {
                        long people = truth.people(subject, group, count.getValue());
                        Knowledge.Bounds known = knowledge.of(group, count.getKey());
                        if (people < known.least() || people > known.most()) {
                            throw new IllegalStateException(
                                    group + " " + count.getKey() + " is " + people + " and not " + known);
                        }
                        long others = group.isNetwork()
                                ? people - truth.people(subject, group.of(except), count.getValue())
                                : people;
                        if (others > 0
                                && others < k
                                && !group.hospital().equals(except)
                                && subject.counts().isOfTold(count.getKey())
                                && seen.add(group + " " + count.getKey())) {
                            few++;
                            if (known.isExact()) {
                                recovered.add(group + " " + count.getKey() + " = " + people);
                            } else if (known.most() - known.least() + 1 < k - 1) {
                                narrowed++;
                            }
                        }
                    }
                }
            }
        }
        return new Findings(knowledge.told(), few, recovered, narrowed);
    }
}
