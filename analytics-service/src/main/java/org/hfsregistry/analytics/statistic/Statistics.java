package org.hfsregistry.analytics.statistic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.hfsregistry.analytics.cohort.LogPositions;
import org.hfsregistry.analytics.cohort.Population;
import org.hfsregistry.analytics.decision.Part;
import org.hfsregistry.analytics.disclosure.Audience;
import org.hfsregistry.analytics.disclosure.Thresholds;
import org.hfsregistry.analytics.making.Networks;
import org.hfsregistry.analytics.making.Tables;
import org.hfsregistry.analytics.making.Turns;
import org.hfsregistry.analytics.measure.Newest;
import org.hfsregistry.analytics.measure.Scans;
import org.hfsregistry.analytics.missing.Missing;
import org.hfsregistry.analytics.monitoring.Monitored;
import org.hfsregistry.analytics.monitoring.Monitoring;
import org.hfsregistry.analytics.question.Asked;
import org.hfsregistry.analytics.question.Definition;
import org.hfsregistry.analytics.question.Question;
import org.hfsregistry.analytics.question.Question.Complications;
import org.hfsregistry.analytics.question.Question.MedicationResponses;
import org.hfsregistry.analytics.question.Question.OfSequence;
import org.hfsregistry.analytics.question.Question.Quality;
import org.hfsregistry.analytics.question.Question.Recurrence;
import org.hfsregistry.analytics.question.Question.Relief;
import org.hfsregistry.analytics.question.Question.Success;
import org.hfsregistry.analytics.question.Question.TimeToRelief;
import org.hfsregistry.analytics.question.Trait;
import org.hfsregistry.analytics.table.Table;
import org.hfsregistry.analytics.table.View;
import org.springframework.stereotype.Service;

/** Answers questions. It exists as the one way from the columns to a channel: what comes out is fit for its audience. */
@Service
public final class Statistics {
    private static final List<Question> HEADLINES = List.of(
            Success.DEFAULT,
            Recurrence.DEFAULT,
            TimeToRelief.DEFAULT,
            Relief.DEFAULT,
            Complications.DEFAULT,
            MedicationResponses.DEFAULT,
            OfSequence.Reinjection.DEFAULT,
            OfSequence.BotoxToMvd.DEFAULT);

    private static final int MOST_ANSWERS = 8;

    private final Population population;
    private final Newest<Wanted, Answer> answers = new Newest<>(MOST_ANSWERS);
    private final Networks networks = new Networks();
    private final Turns turns = new Turns();
    private final Tables tables;
    private final Monitoring monitoring = new Monitoring();

    private record Wanted(Asked asked, Audience audience) {}

    /** Over a population, for audiences by these thresholds. */
    public Statistics(Population population, Thresholds thresholds) {
        this.population = population;
        this.tables = new Tables(thresholds);
    }

    /** Up to where the log is applied now of what the list of hospitals is made of. */
    public LogPositions positions() {
        return population.read(cut -> cut.positions().ofDocuments());
    }

    /** Up to where the log is applied now of what the answer to a question is made of. */
    public LogPositions positions(Question question) {
        return population.read(cut -> Tables.positions(cut, question));
    }

    /**
     * What the audience gets to a question.
     *
     * @throws IllegalArgumentException for a question that is too fine for the audience
     */
    public Answer answer(Asked asked, Audience audience) {
        Supplier<Answer> made = () -> answer(asked, audience, View.whole(asked.level(), audience));
        return isForMany(asked, audience) ? answers.get(positions(), new Wanted(asked, audience), made) : made.get();
    }

    /** Whether others ask the same and get the same; what is told of quarantine is older sooner than all else. */
    private static boolean isForMany(Asked asked, Audience audience) {
        return audience.own().isEmpty() && !(asked.question() instanceof Quality);
    }

    /** Some fields of what the audience gets to a question; nothing else is computed. */
    public Answer only(Set<String> fields, Asked asked, Audience audience) {
        return answer(asked, audience, View.only(fields, asked.level(), audience));
    }

    /** What the audience gets to several questions, all of one state of the data. */
    public List<Answer> answers(List<Asked> questions, Audience audience) {
        return answers(questions, _ -> true, audience);
    }

    /**
     * What the audience gets to several questions, all of one state of the data.
     *
     * @param network to which of them it gets the network, too, which may take longer than all groups that are asked for
     */
    public List<Answer> answers(List<Asked> questions, Predicate<Asked> network, Audience audience) {
        return viewed(
                questions,
                asked -> {
                    View whole = View.whole(asked.level(), audience);
                    return network.test(asked) ? whole : whole.ofGroups();
                },
                audience);
    }

    /** Some fields of what the audience gets to several questions, all of one state of the data. */
    public List<Answer> only(Set<String> fields, List<Asked> questions, Audience audience) {
        return viewed(questions, asked -> View.only(fields, asked.level(), audience), audience);
    }

    private List<Answer> viewed(List<Asked> questions, Function<Asked, View> views, Audience audience) {
        return turns.taken(() -> population
                .read(cut -> questions.stream()
                        .map(asked -> scanned(cut, asked, audience, views.apply(asked)))
                        .toList())
                .stream()
                .map(Supplier::get)
                .toList());
    }

    /** What hospitals said of themselves, of all or of those that are asked for and known. */
    public Map<String, Map<String, Object>> profiles(Set<String> hospitals) {
        return population.read(cut -> {
            Map<String, Map<String, Object>> said = new LinkedHashMap<>();
            for (String hospital : hospitals.isEmpty() ? cut.cohorts().keySet() : hospitals) {
                if (cut.cohorts().containsKey(hospital)) {
                    said.put(
                            hospital,
                            cut.profile(hospital).map(Profiles::fields).orElse(Map.of()));
                }
            }
            return said;
        });
    }

    /** All hospitals, or those that are asked for, with what they said of themselves and headline numbers. */
    public Answer hospitals(Set<String> hospitals, double level, Audience audience) {
        return turns.taken(() -> population
                .read(cut -> scannedHospitals(cut, hospitals, level, audience))
                .get());
    }

    /**
     * What each audience gets to the list of hospitals and to each question by its text, all of one state of the data. What is
     * too fine for an audience is left out. Questions of one trait after another scan the columns once.
     */
    public Scanned scanned(Map<AskedText, Asked> questions, List<Audience> audiences) {
        return population.read(cut -> {
            List<Scanned.Pending> pending = new ArrayList<>();
            for (int place = 0; place < audiences.size(); place++) {
                pending.add(new Scanned.Pending(
                        AskedText.HOSPITALS,
                        place,
                        scannedHospitals(cut, Set.of(), Asked.USUAL_LEVEL, audiences.get(place))));
            }
            questions.forEach((text, asked) -> {
                for (int place = 0; place < audiences.size(); place++) {
                    Audience audience = audiences.get(place);
                    if (asked.tooFineFor(audience.k()).isEmpty()) {
                        pending.add(new Scanned.Pending(
                                text, place, scanned(cut, asked, audience, View.whole(asked.level(), audience))));
                    }
                }
            });
            return new Scanned(cut.asOf(), cut.positions(), pending);
        });
    }

    private Supplier<Answer> scannedHospitals(
            Population.Cut cut, Set<String> hospitals, double level, Audience audience) {
        Map<String, Map<String, Object>> said = new LinkedHashMap<>();
        for (String hospital : hospitals.isEmpty() ? cut.cohorts().keySet() : hospitals) {
            said.put(hospital, cut.profile(hospital).map(Profiles::fields).orElse(Map.of()));
        }
        List<Supplier<Table>> scanned = HEADLINES.stream()
                .map(question -> tables.scanned(cut, question, Trait.NONE, audience.k()))
                .toList();
        return () -> hospitals(said, scanned.stream().map(Supplier::get).toList(), level, audience);
    }

    private static Answer hospitals(
            Map<String, Map<String, Object>> said, List<Table> made, double level, Audience audience) {
        List<Map<String, Object>> groups = new ArrayList<>();
        said.forEach((hospital, profile) -> {
            Map<String, Object> group = Answer.key(Answer.HOSPITAL, hospital);
            group.putAll(profile);
            made.forEach(table -> group.put(
                    name(table),
                    table.group(
                            hospital,
                            Part.WHOLE,
                            audience.owns(hospital),
                            View.only(table.headline(), level, audience))));
            groups.add(group);
        });
        Map<String, Object> network = new LinkedHashMap<>();
        made.forEach(table ->
                network.put(name(table), table.network(Part.WHOLE, View.only(table.headline(), level, audience))));
        Table any = made.getFirst();
        return new Answer(Definition.HOSPITALS, Map.of("level", level), any.asOf(), any.positions(), network, groups);
    }

    /**
     * What a hospital is told of its own operations in their order.
     *
     * @param audience with the hospital as its own
     */
    public Answer monitoring(String hospital, double level, Audience audience) {
        requireItself(hospital, audience);
        record Read(Monitored monitored, Supplier<Table> success) {}
        Read read = population.read(cut -> new Read(
                monitoring.scanned(cut, hospital), tables.scanned(cut, Success.DEFAULT, Trait.NONE, audience.k())));
        View view = View.only(Set.of("rate"), level, audience);
        Monitoring.Telling telling = new Monitoring.Telling(
                audience.k(), read.success().get().network(Part.WHOLE, view).containsKey("rate"));
        return new Answer(
                Definition.MONITORING,
                Map.of("level", level),
                read.monitored().asOf(),
                read.monitored().positions(),
                monitoring.network(read.monitored(), telling),
                List.of(monitoring.hospital(read.monitored(), hospital, view.level(), telling)));
    }

    /**
     * What a hospital is told to be missing of its own treatments.
     *
     * @param audience with the hospital as its own
     */
    public Answer missing(String hospital, Audience audience) {
        requireItself(hospital, audience);
        Missing missing = population.read(cut -> Missing.of(cut, hospital));
        Map<String, Object> group = Answer.key(Answer.HOSPITAL, hospital);
        group.putAll(missing.fields());
        return new Answer(Definition.MISSING, Map.of(), missing.asOf(), missing.positions(), Map.of(), List.of(group));
    }

    private static void requireItself(String hospital, Audience audience) {
        if (!audience.owns(hospital)) {
            throw new IllegalArgumentException("for " + hospital + " itself, not for " + audience);
        }
    }

    private Answer answer(Asked asked, Audience audience, View view) {
        return turns.taken(() ->
                population.read(cut -> scanned(cut, asked, audience, view)).get());
    }

    /** Scans now, under the lock that the cut is read in; the answer is made of the scan later, without it. */
    private Supplier<Answer> scanned(Population.Cut cut, Asked asked, Audience audience, View view) {
        if (asked.tooFineFor(audience.k()).isEmpty()) {
            Supplier<Table> table = tables.scanned(cut, asked.question(), asked.trait(), audience.k());
            return () -> {
                Table made = table.get();
                return new TableRead(
                                asked, audience, made, view, part -> networks.of(made, asked, audience.k(), part, view))
                        .answer(made.partsOf(asked.filter()));
            };
        }
        if (!asked.isOfOwnAlone(audience)) {
            throw new IllegalArgumentException("too fine for " + audience + ": " + asked);
        }
        Table ofOne = ofOne(cut, asked, audience);
        return () -> new TableRead(asked, audience, ofOne, view, part -> ofOne.network(part, view)).answer(Part.WHOLE);
    }

    private static Table ofOne(Population.Cut cut, Asked asked, Audience audience) {
        String own = asked.hospitals().iterator().next();
        return Tables.ofOne(
                new Scans.OfOne(cut, own, asked.filter(), asked.by().trait()), asked.question(), audience.k());
    }

    private static String name(Table table) {
        String id = table.definition().id();
        return id.substring(0, id.indexOf('/'));
    }
}
