package org.hfsregistry.analytics.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hfsregistry.analytics.disclosure.Audience;
import org.hfsregistry.analytics.page.Page.Compared;
import org.hfsregistry.analytics.page.Page.Comparison;
import org.hfsregistry.analytics.page.Page.Entry;
import org.hfsregistry.analytics.page.Page.Listing;
import org.hfsregistry.analytics.page.Page.OfHospital;
import org.hfsregistry.analytics.page.Page.OfNetwork;
import org.hfsregistry.analytics.page.figure.Told;
import org.hfsregistry.analytics.question.Asked;
import org.hfsregistry.analytics.question.Asked.By;
import org.hfsregistry.analytics.question.Filter;
import org.hfsregistry.analytics.question.Question;
import org.hfsregistry.analytics.question.Question.OfSequence.Trend;
import org.hfsregistry.analytics.statistic.Answer;
import org.hfsregistry.analytics.statistic.Statistics;
import org.springframework.stereotype.Service;

/**
 * Puts pages together out of answers. It exists so that what a page shows is what the interface for machines answers to the
 * same audience; all answers of a page are of one state of the data.
 */
@Service
public final class Pages {
    private static final Set<String> HEADLINES = Set.of(
            "n",
            "operations",
            "rate",
            "interval",
            "completeness",
            "funnel",
            "limits",
            "dispersion",
            "responseRate",
            "medianDays",
            "medianInterval");
    private static final List<Asked> OF_ALL =
            List.of(Asked.ofAll(Question.Success.DEFAULT), Asked.ofAll(Question.Relief.DEFAULT));

    private final Statistics statistics;

    /** Out of these answers. */
    public Pages(Statistics statistics) {
        this.statistics = statistics;
    }

    /** The ids of all hospitals. */
    public List<String> hospitals() {
        return List.copyOf(statistics.profiles(Set.of()).keySet());
    }

    /** Every hospital with its headline numbers. */
    public Listing listing(Audience audience) {
        List<Answer> answers = statistics.only(HEADLINES, OF_ALL, audience);
        Map<String, Map<String, Object>> said = statistics.profiles(Set.of());
        Map<String, Told> success = byHospital(answers.getFirst());
        Map<String, Told> relief = byHospital(answers.getLast());
        List<Entry> entries = new ArrayList<>();
        success.forEach((id, told) -> entries.add(new Entry(
                Hospital.of(id, said.getOrDefault(id, Map.of()), audience),
                Success.of(told),
                Relief.of(relief.getOrDefault(id, Told.of(Map.of()))))));
        Success network = Success.of(Told.of(answers.getFirst().network()));
        Relief botox = Relief.of(Told.of(answers.getLast().network()));
        return new Listing(Page.Standing.of(answers.getFirst(), network, botox), entries, network, botox);
    }

    private static Map<String, Told> byHospital(Answer answer) {
        return answer.groups().stream()
                .collect(Collectors.toMap(
                        group -> String.valueOf(group.get("hospitalId")),
                        Told::of,
                        (first, same) -> first,
                        LinkedHashMap::new));
    }

    /** A hospital; empty where none is known by this id. */
    public Optional<OfHospital> hospital(String id, Audience audience) {
        return hospital(id).map(said -> {
            Set<String> alone = Set.of(id);
            List<Asked> questions = asked(Numbers.QUESTIONS, alone, By.HOSPITAL);
            questions.addAll(ofDetails(alone));
            List<Answer> answers =
                    statistics.answers(questions, asked -> !asked.question().equals(Trend.DEFAULT), audience);
            int plain = Numbers.QUESTIONS.size();
            Numbers network = ofNetwork(answers.subList(0, plain));
            return new OfHospital(
                    standing(answers, network),
                    Hospital.of(id, said, audience),
                    ofGroup(answers.subList(0, plain), 0),
                    network,
                    details(answers.subList(plain, answers.size())));
        });
    }

    private static List<Asked> ofDetails(Set<String> alone) {
        return List.of(
                asked(Question.Relief.DEFAULT, alone, By.PRODUCT),
                asked(Question.Relief.DEFAULT, alone, By.INJECTION_NUMBER),
                asked(Question.Relief.DEFAULT, alone, By.YEAR),
                asked(Question.MedicationResponses.DEFAULT, alone, By.DRUG),
                asked(Question.CaseMix.DEFAULT, alone, By.HOSPITAL),
                asked(Trend.DEFAULT, alone, By.HOSPITAL));
    }

    private static Page.Details details(List<Answer> answers) {
        return new Page.Details(
                parts(answers.get(0), By.PRODUCT),
                parts(answers.get(1), By.INJECTION_NUMBER),
                parts(answers.get(2), By.YEAR).stream()
                        .filter(year -> year.sessions().isMoreThanNone())
                        .toList(),
                answers.get(3).groups().stream()
                        .map(group -> new Clinical.OfDrug(
                                String.valueOf(group.get(By.DRUG.code())), Clinical.Medication.of(Told.of(group))))
                        .filter(drug -> drug.medication().isOfSome())
                        .toList(),
                CaseMix.of(answers.get(4).groups().getFirst(), answers.get(4).network()),
                Relief.Trend.of(Told.of(answers.get(5).groups().getFirst())));
    }

    /** How its operations went one after the other, for the hospital that the audience is. */
    public Monitored monitored(String own, Audience audience) {
        Answer answer = statistics.monitoring(own, Asked.USUAL_LEVEL, audience);
        return Monitored.of(answer.groups().getFirst(), answer.network());
    }

    /** What is missing of its data, for the hospital that the audience is. */
    public Missing missing(String own, Audience audience) {
        Set<String> alone = Set.of(own);
        List<Answer> quality = statistics.answers(
                List.of(
                        asked(Question.Quality.DEFAULT, alone, By.HOSPITAL),
                        asked(Question.Quality.DEFAULT, alone, By.YEAR)),
                audience);
        return Missing.of(
                statistics.missing(own, audience).groups().getFirst(),
                quality.getFirst().groups().getFirst(),
                quality.getLast().groups());
    }

    private Optional<Map<String, Object>> hospital(String id) {
        return Optional.ofNullable(statistics.profiles(Set.of(id)).get(id));
    }

    /** Hospitals side by side, in the order of their ids; those that are not known are left out. */
    public Comparison comparison(Collection<String> ids, Audience audience) {
        Map<String, Map<String, Object>> said = statistics.profiles(Set.copyOf(ids));
        List<String> known = said.keySet().stream().sorted().toList();
        List<Answer> answers = statistics.answers(
                asked(Numbers.QUESTIONS, Set.copyOf(known), known.isEmpty() ? By.NETWORK : By.HOSPITAL), audience);
        List<Compared> compared = new ArrayList<>();
        for (String id : known) {
            compared.add(new Compared(
                    Hospital.of(id, said.getOrDefault(id, Map.of()), audience), ofGroup(answers, compared.size())));
        }
        Numbers network = ofNetwork(answers);
        return new Comparison(standing(answers, network), compared, network);
    }

    /** What each treatment gave across the network. */
    public OfNetwork network(Audience audience) {
        List<Asked> questions = asked(Numbers.QUESTIONS, Set.of(), By.NETWORK);
        questions.add(asked(Question.Relief.DEFAULT, Set.of(), By.PRODUCT));
        List<Answer> answers = statistics.answers(questions, audience);
        Numbers network = ofNetwork(answers.subList(0, Numbers.QUESTIONS.size()));
        return new OfNetwork(standing(answers, network), network, parts(answers.getLast(), By.PRODUCT));
    }

    private static Page.Standing standing(List<Answer> answers, Numbers network) {
        return Page.Standing.of(answers.getFirst(), network.success(), network.botox());
    }

    private static List<Asked> asked(List<Question> questions, Set<String> hospitals, By by) {
        return questions.stream()
                .map(question -> asked(question, hospitals, by))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static Asked asked(Question question, Set<String> hospitals, By by) {
        return new Asked(question, Filter.NONE, hospitals, by, Asked.USUAL_LEVEL);
    }

    private static Numbers ofGroup(List<Answer> answers, int group) {
        return Numbers.of(
                answers.stream().map(answer -> answer.groups().get(group)).toList());
    }

    private static Numbers ofNetwork(List<Answer> answers) {
        return Numbers.of(answers.stream().map(Answer::network).toList());
    }

    /** The parts of which anything can be shown. */
    private static List<Relief.OfPart> parts(Answer answer, By by) {
        return answer.groups().stream()
                .map(group -> Relief.OfPart.of(String.valueOf(group.get(by.code())), Told.of(group)))
                .filter(part -> part.sessions().isShown())
                .toList();
    }
}
