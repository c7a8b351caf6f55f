package org.hfsregistry.analytics.population;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hfsregistry.analytics.cohort.Change;
import org.hfsregistry.analytics.cohort.LogPositions;
import org.hfsregistry.analytics.cohort.Population;
import org.hfsregistry.analytics.disclosure.Audience;
import org.hfsregistry.analytics.disclosure.Thresholds;
import org.hfsregistry.analytics.question.Asked;
import org.hfsregistry.analytics.question.Asked.By;
import org.hfsregistry.analytics.question.Filter;
import org.hfsregistry.analytics.question.Question;
import org.hfsregistry.analytics.statistic.Answer;
import org.hfsregistry.analytics.statistic.Statistics;

/** Hand-made treatments, and what is told of them to everybody (k = 11) and to their hospital. */
public final class Told {
    private static final int K = 11;

    private final Population population = new Population();
    private final Question question;

    /** By the answers to a question. */
    public Told(Question question) {
        this.question = question;
        population.complete();
    }

    /** With these treatments. */
    public Told take(Case... treatments) {
        List<Change> changes = new ArrayList<>();
        for (Case treatment : treatments) {
            changes.add(Change.of(treatment.document()));
        }
        population.apply(changes, LogPositions.NONE);
        return this;
    }

    /** To a hospital of itself. */
    public Map<String, Object> own(String hospital) {
        return answer(Set.of(hospital), By.HOSPITAL, new Audience(K, Optional.of(hospital)))
                .groups()
                .getFirst();
    }

    /** To everybody of a hospital. */
    public Map<String, Object> of(String hospital) {
        return answer(Set.of(hospital), By.HOSPITAL, new Audience(K, Optional.empty()))
                .groups()
                .getFirst();
    }

    /** To everybody of all hospitals. */
    public Map<String, Object> network() {
        return answer(Set.of(), By.HOSPITAL, new Audience(K, Optional.empty())).network();
    }

    /** To a hospital of itself, by something. */
    public List<Map<String, Object>> own(String hospital, By by) {
        return answer(Set.of(hospital), by, new Audience(K, Optional.of(hospital)))
                .groups();
    }

    /** What everybody is not told of a hospital. */
    @SuppressWarnings("unchecked")
    public List<String> suppressed(String hospital) {
        return (List<String>) of(hospital).getOrDefault("suppressed", List.of());
    }

    private Answer answer(Set<String> hospitals, By by, Audience audience) {
        return new Statistics(population, new Thresholds(11, 5))
                .answer(new Asked(question, Filter.NONE, hospitals, by, Asked.USUAL_LEVEL), audience);
    }

    /** A field of a group that holds others, or one within it; empty where there is none. */
    @SuppressWarnings("unchecked")
    public static Map<String, Object> part(Map<String, Object> group, String... names) {
        Map<String, Object> part = group;
        for (String name : names) {
            part = (Map<String, Object>) Optional.ofNullable(part.get(name)).orElse(Map.of());
        }
        return part;
    }

    /** A value of a group, by the names of the fields that it is in. */
    public static Optional<Object> value(Map<String, Object> group, String... names) {
        return Optional.ofNullable(
                part(group, Arrays.copyOf(names, names.length - 1)).get(names[names.length - 1]));
    }
}
