package org.hfsregistry.analytics.attack;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.hfsregistry.analytics.disclosure.Audience;
import org.hfsregistry.analytics.population.Filters;
import org.hfsregistry.analytics.question.Asked;
import org.hfsregistry.analytics.question.Asked.By;
import org.hfsregistry.analytics.question.Filter;
import org.hfsregistry.analytics.question.Question.CaseMix;
import org.hfsregistry.analytics.question.Trait;
import org.hfsregistry.analytics.statistic.Answer;
import org.hfsregistry.contract.clinical.OperationDescription.Vessel;
import org.hfsregistry.contract.clinical.PatientDescription.Etiology;
import org.hfsregistry.contract.clinical.PatientDescription.Sex;
import org.hfsregistry.contract.outcome.BotoxRelief.Product;

/** Asks all that an audience may ask at one state of the data, and writes down the numbers that it is told. */
@SuppressWarnings("EnumOrdinal") // a code of this memory, never written anywhere
final class Asker {
    private static final String HOSPITAL = "hospitalId";
    private static final int OLDEST = 12;
    private static final int YEARS_OF_AGE = 10;

    private final Source source;
    private final Audience audience;
    private final Knowledge knowledge;

    /** With what is known already, which it adds to. */
    Asker(Source source, Audience audience, Knowledge knowledge) {
        this.source = source;
        this.audience = audience;
        this.knowledge = knowledge;
    }

    /** Who answers. */
    interface Source {
        Answer answer(Asked asked, Audience audience);
    }

    /** A filter that takes in some parts by a trait. */
    private record Parts(Filter filter, List<Integer> parts) {}

    /** Asks of everything, and of parts by every trait. */
    void askAll() {
        List<Reading> all = readings();
        all.forEach(this::askWhole);
        ask(Trait.YEAR, all, years());
        List<Reading> others = all.stream()
                .filter(reading -> !(reading.question() instanceof CaseMix))
                .toList();
        ask(Trait.SEX, others, each(Sex.values(), Filters::of));
        ask(Trait.AGE, others, ages());
        ask(Trait.ETIOLOGY, others, each(Etiology.values(), Filters::of));
        for (Vessel vessel : Vessel.values()) {
            ask(
                    Trait.valueOf(vessel == Vessel.OTHER ? "OTHER_VESSEL" : vessel.name()),
                    Subjects.readings(),
                    List.of(new Parts(Filters.of(vessel), List.of(1))));
        }
        ask(Trait.REPEAT_OPERATION, Subjects.readings(), List.of(repeat(false), repeat(true)));
        ask(Trait.PRODUCT, SessionSubjects.ofSessions(), each(Product.values(), Filters::of));
        SessionSubjects.ofSessions().forEach(reading -> askBy(By.INJECTION_NUMBER, reading));
        SessionSubjects.ofCourses().forEach(reading -> askBy(By.DRUG, reading));
    }

    /** All questions. */
    static List<Reading> readings() {
        List<Reading> all = new ArrayList<>(Subjects.readings());
        all.addAll(SessionSubjects.ofSessions());
        all.addAll(SessionSubjects.ofCourses());
        all.add(PatientSubjects.reading());
        return all;
    }

    private void askWhole(Reading reading) {
        Answer answer = source.answer(Asked.ofAll(reading.question()), audience);
        readWhole(reading, answer.network(), Group.NETWORK);
        answer.groups().forEach(group -> readWhole(reading, group, String.valueOf(group.get(HOSPITAL))));
    }

    /** Of all of a hospital an answer also says whether it is too small, and it is so by its size and by nothing else. */
    private void readWhole(Reading reading, Map<String, Object> fields, String hospital) {
        Group group = Group.whole(hospital);
        reading.read(fields, group, knowledge);
        if (!reading.size().isEmpty() && !audience.owns(hospital)) {
            boolean isFew = "insufficient-data".equals(fields.get("status"));
            if (isFew) {
                knowledge.learn(group, reading.size(), new Knowledge.Bounds(0, Math.max(0, audience.k() - 1)));
            } else if (!reading.counts(fields).containsKey(reading.size())) {
                knowledge.learn(group, reading.size(), new Knowledge.Bounds(audience.k(), Knowledge.NO_LIMIT));
            }
        }
    }

    private void ask(Trait trait, List<Reading> readings, List<Parts> filters) {
        for (Reading reading : readings) {
            for (Parts parts : filters) {
                if (parts.parts.size() > 1 && !reading.tellsSize()) {
                    continue;
                }
                Answer answer = source.answer(
                        new Asked(reading.question(), parts.filter, Set.of(), By.HOSPITAL, Asked.USUAL_LEVEL),
                        audience);
                read(reading, answer.network(), Group.NETWORK, trait, parts.parts);
                for (Map<String, Object> group : answer.groups()) {
                    read(reading, group, String.valueOf(group.get(HOSPITAL)), trait, parts.parts);
                }
            }
        }
    }

    private void read(Reading reading, Map<String, Object> fields, String of, Trait trait, List<Integer> parts) {
        if (parts.size() == 1) {
            reading.read(fields, new Group(of, trait, parts.getFirst()), knowledge);
        } else {
            List<Group> groups =
                    parts.stream().map(part -> new Group(of, trait, part)).toList();
            reading.counts(fields).forEach((count, people) -> knowledge.told(groups, count, people));
        }
    }

    /** What is asked for by groups alone, of the network and of each hospital. */
    private void askBy(By by, Reading reading) {
        Answer ofNetwork = ask(by, reading, Set.of());
        read(by, reading, ofNetwork, Group.NETWORK);
        for (Map<String, Object> group :
                source.answer(Asked.ofAll(reading.question()), audience).groups()) {
            String hospital = String.valueOf(group.get(HOSPITAL));
            read(by, reading, ask(by, reading, Set.of(hospital)), hospital);
        }
    }

    private Answer ask(By by, Reading reading, Set<String> hospitals) {
        return source.answer(new Asked(reading.question(), Filter.NONE, hospitals, by, Asked.USUAL_LEVEL), audience);
    }

    private void read(By by, Reading reading, Answer answer, String of) {
        for (int part = 0; part < answer.groups().size(); part++) {
            reading.read(answer.groups().get(part), new Group(of, by.trait(), part), knowledge);
        }
    }

    /** Each of the years, and all that follow on one another. */
    private List<Parts> years() {
        SortedSet<Integer> years = new TreeSet<>();
        for (Reading reading : List.of(
                Subjects.readings().getFirst(),
                SessionSubjects.ofSessions().getFirst(),
                SessionSubjects.ofCourses().getFirst())) {
            ask(By.YEAR, reading, Set.of()).groups().forEach(group -> years.add((Integer) group.get("year")));
        }
        List<Parts> asked = new ArrayList<>();
        for (int from : years) {
            for (int to : years.tailSet(from)) {
                asked.add(new Parts(
                        Filters.days(LocalDate.of(from, 1, 1), LocalDate.of(to, 12, 31)),
                        IntStream.rangeClosed(from, to).boxed().toList()));
            }
        }
        return asked;
    }

    private static List<Parts> ages() {
        List<Parts> asked = new ArrayList<>();
        for (int from = 0; from <= OLDEST; from++) {
            for (int to = from; to <= OLDEST; to++) {
                asked.add(new Parts(
                        Filters.aged(from * YEARS_OF_AGE, to * YEARS_OF_AGE + YEARS_OF_AGE - 1),
                        IntStream.rangeClosed(from, to).boxed().toList()));
            }
        }
        return asked;
    }

    private interface Filtering<T> {
        Filter by(T value);
    }

    private static <T extends Enum<T>> List<Parts> each(T[] values, Filtering<T> filtering) {
        return IntStream.range(0, values.length)
                .mapToObj(part -> new Parts(filtering.by(values[part]), List.of(part)))
                .toList();
    }

    private static Parts repeat(boolean repeated) {
        return new Parts(Filters.repeated(repeated), List.of(repeated ? 1 : 0));
    }
}
