package org.hfsregistry.analytics.attack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hfsregistry.analytics.question.Trait;

/** Works out of what is known all that follows, subject by subject and trait by trait, until nothing more does. */
final class Attacker {
    private static final Map<Subject, List<Trait>> SUBJECTS = all();

    private final Truth truth;
    private final Knowledge knowledge;

    /** Of the truth it takes which hospitals, and which parts by a trait, there are, and nothing else. */
    Attacker(Truth truth, Knowledge knowledge) {
        this.truth = truth;
        this.knowledge = knowledge;
    }

    /** All subjects that are asked of by parts, each with the traits that it is asked by. */
    static Map<Subject, List<Trait>> subjects() {
        return SUBJECTS;
    }

    private static Map<Subject, List<Trait>> all() {
        List<Trait> people = List.of(Trait.YEAR, Trait.SEX, Trait.AGE, Trait.ETIOLOGY);
        List<Trait> ofOperations = Stream.concat(
                        people.stream(),
                        Stream.of(
                                Trait.AICA,
                                Trait.PICA,
                                Trait.VA,
                                Trait.BA,
                                Trait.VEIN,
                                Trait.OTHER_VESSEL,
                                Trait.REPEAT_OPERATION))
                .toList();
        List<Trait> ofSessions = Stream.concat(people.stream(), Stream.of(Trait.PRODUCT, Trait.INJECTION_NUMBER))
                .toList();
        List<Trait> ofCourses = List.of(Trait.YEAR, Trait.DRUG);
        Map<Subject, List<Trait>> subjects = new LinkedHashMap<>();
        Subjects.all().forEach(subject -> subjects.put(subject, ofOperations));
        SessionSubjects.all().forEach(subject -> subjects.put(subject, ofSessions));
        SessionSubjects.courses().forEach(subject -> subjects.put(subject, ofCourses));
        PatientSubjects.all().forEach(subject -> subjects.put(subject, List.of(Trait.YEAR)));
        SessionSubjects.ofWholesOnly().forEach(subject -> subjects.put(subject, List.of()));
        return subjects;
    }

    /** Goes on until nothing more follows. */
    void solve() {
        Set<String> hospitals = new TreeSet<>(truth.hospitals());
        hospitals.add(Group.NETWORK);
        boolean learned = true;
        while (learned) {
            learned = false;
            for (Map.Entry<Subject, List<Trait>> each : SUBJECTS.entrySet()) {
                learned |= solve(each.getKey(), Trait.NONE);
                for (Trait trait : each.getValue()) {
                    learned |= solve(each.getKey(), trait);
                }
            }
            learned |= PatientSubjects.learnFromFilters(knowledge, hospitals);
        }
    }

    private boolean solve(Subject subject, Trait trait) {
        Table table = new Table(subject, truth.groups(subject, trait), knowledge);
        table.solve();
        return table.learn();
    }

    /** The groups that there are: the whole network, its hospitals, and the parts of each by a trait. */
    static List<Group> groups(Set<String> hospitals, Set<Integer> parts, Trait trait) {
        List<Group> groups = new ArrayList<>();
        List<String> all = new ArrayList<>(hospitals);
        all.add(Group.NETWORK);
        for (String hospital : all) {
            groups.add(Group.whole(hospital));
            if (trait != Trait.NONE) {
                parts.forEach(part -> groups.add(new Group(hospital, trait, part)));
            }
        }
        return groups;
    }
}
