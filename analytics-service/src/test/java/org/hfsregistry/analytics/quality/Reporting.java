package org.hfsregistry.analytics.quality;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hfsregistry.analytics.cohort.Change;
import org.hfsregistry.analytics.cohort.LogPositions;
import org.hfsregistry.analytics.cohort.Population;
import org.hfsregistry.analytics.disclosure.Audience;
import org.hfsregistry.analytics.disclosure.Thresholds;
import org.hfsregistry.analytics.population.Case;
import org.hfsregistry.analytics.question.Asked;
import org.hfsregistry.analytics.question.Asked.By;
import org.hfsregistry.analytics.question.Filter;
import org.hfsregistry.analytics.question.Question.Quality;
import org.hfsregistry.analytics.statistic.Answer;
import org.hfsregistry.analytics.statistic.Statistics;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.fixture.Examples;
import org.hfsregistry.contract.outcome.EligibleCases;
import org.hfsregistry.contract.outcome.HospitalReport;
import org.hfsregistry.contract.registered.HospitalDocument;
import org.hfsregistry.contract.registered.Position;
import org.hfsregistry.contract.registered.QuarantineCounts;
import org.hfsregistry.contract.registered.Reported;

/** What hospitals reported, and what is told of how they did. */
final class Reporting {
    static final Audience EVERYBODY = new Audience(11, Optional.empty());

    /** The day on which all is submitted that is not said to be later. */
    static final LocalDate SUBMITTED = LocalDate.ofInstant(Examples.NOON, ZoneOffset.UTC);

    private final Population population = new Population();
    private int treatments;

    Reporting() {
        population.complete();
    }

    Reporting take(Case treatment) {
        return take(Change.of(treatment.document()));
    }

    Reporting take(QuarantineCounts counts) {
        return take(Change.of(counts));
    }

    private Reporting take(Change change) {
        population.apply(List.of(change), LogPositions.NONE);
        return this;
    }

    /** So many operations of a day, each of another patient and with one report. */
    Reporting operations(String hospital, int count, LocalDate day) {
        for (int i = 0; i < count; i++) {
            take(operation(hospital, day));
        }
        return this;
    }

    /** An operation with one report. */
    Case operation(String hospital, LocalDate day) {
        treatments++;
        return Case.of(hospital, "t-" + treatments, treatments).on(day).assessed(0, SpasmGrade.E0);
    }

    /** What a hospital says it did: treatment, year and count in turn, each submitted a second after the one before. */
    Reporting eligible(String hospital, Object... said) {
        List<Reported<HospitalReport>> reports = new ArrayList<>();
        for (int i = 0; i < said.length; i += 3) {
            EligibleCases cases = new EligibleCases(
                    "e-" + i, 1, hospital, (EligibleCases.Treatment) said[i], (int) said[i + 1], (int) said[i + 2]);
            reports.add(new Reported<>(
                    cases, new Position(0, i), Examples.NOON.plusSeconds(i), Examples.NOON.plusSeconds(i), "client"));
        }
        return take(Change.of(new HospitalDocument(hospital, 1, Examples.NOON, reports, List.of())));
    }

    /** A hospital's group, as it is told to the hospital itself. */
    Map<String, Object> own(String hospital) {
        return own(hospital, Filter.NONE, By.HOSPITAL).getFirst();
    }

    List<Map<String, Object>> own(String hospital, Filter filter, By by) {
        return answer(hospital, filter, by, new Audience(11, Optional.of(hospital)))
                .groups();
    }

    /** A hospital's group, as it is told to everybody. */
    Map<String, Object> told(String hospital) {
        return answer(hospital, Filter.NONE, By.HOSPITAL, EVERYBODY).groups().getFirst();
    }

    /** The network, as it is told to everybody. */
    Map<String, Object> network() {
        return new Statistics(population, new Thresholds(11, 5))
                .answer(Asked.ofAll(Quality.DEFAULT), EVERYBODY)
                .network();
    }

    /** A field of a group that holds others, or one within it. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> part(Map<String, Object> group, String... names) {
        Map<String, Object> part = group;
        for (String name : names) {
            part = (Map<String, Object>) Optional.ofNullable(part.get(name)).orElseThrow();
        }
        return part;
    }

    Statistics statistics() {
        return new Statistics(population, new Thresholds(11, 5));
    }

    private Answer answer(String hospital, Filter filter, By by, Audience audience) {
        return new Statistics(population, new Thresholds(11, 5))
                .answer(new Asked(Quality.DEFAULT, filter, Set.of(hospital), by, Asked.USUAL_LEVEL), audience);
    }
}
