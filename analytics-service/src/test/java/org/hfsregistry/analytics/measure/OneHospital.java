package org.hfsregistry.analytics.measure;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hfsregistry.analytics.cohort.Change;
import org.hfsregistry.analytics.cohort.LogPositions;
import org.hfsregistry.analytics.cohort.Population;
import org.hfsregistry.analytics.disclosure.Audience;
import org.hfsregistry.analytics.disclosure.Thresholds;
import org.hfsregistry.analytics.population.Case;
import org.hfsregistry.analytics.question.Asked;
import org.hfsregistry.analytics.question.Question;
import org.hfsregistry.analytics.statistic.Statistics;

/** A hospital of a few hand-made treatments, and what it is told of itself. */
final class OneHospital {
    static final String NAME = "h-01";

    private final Population population = new Population();

    /** The data's date is far after all windows. */
    static OneHospital of(Case... cases) {
        return asOf(LocalDate.of(2030, 1, 1), cases);
    }

    static OneHospital asOf(LocalDate dataDate, Case... cases) {
        OneHospital hospital = new OneHospital();
        hospital.population.complete();
        for (Case each : cases) {
            hospital.take(each.changedAt(dataDate.atStartOfDay().toInstant(ZoneOffset.UTC)));
        }
        return hospital;
    }

    /** A treatment of its. */
    static Case treatment(String id, int patient) {
        return Case.of(NAME, id, patient);
    }

    OneHospital take(Case treatment) {
        population.apply(List.of(Change.of(treatment.document())), LogPositions.NONE);
        return this;
    }

    Map<String, Object> answers(Question question) {
        return new Statistics(population, new Thresholds(11, 5))
                .answer(Asked.ofAll(question), new Audience(11, Optional.of(NAME)))
                .groups()
                .getFirst();
    }

    /** Each duration as its day and how it ended. */
    List<String> recurrences(int gap) {
        return listed(population.read(cut -> Recurrences.of(
                Optional.ofNullable(cut.cohorts().get(NAME)).orElseThrow(),
                (cohort, row) -> true,
                gap,
                new Durations.Collector())));
    }

    /** Each time to relief as its days and how it ended. */
    List<String> timesToRelief() {
        return listed(population.read(cut -> TimesToRelief.of(
                Optional.ofNullable(cut.cohorts().get(NAME)).orElseThrow(),
                (cohort, row) -> true,
                new Durations.Collector())));
    }

    /** Each relief as its days and how it ended. */
    List<String> relief() {
        return listed(population
                .read(cut -> Sessions.of(
                        Optional.ofNullable(cut.cohorts().get(NAME)).orElseThrow(),
                        (cohort, row) -> true,
                        new Durations.Collector()))
                .relief());
    }

    private static List<String> listed(Durations durations) {
        List<String> listed = new ArrayList<>();
        for (Durations.End end : Durations.End.values()) {
            int[] byDay = durations.byDay(end, durations.lastDay());
            for (int day = 0; day < byDay.length; day++) {
                for (int i = 0; i < byDay[day]; i++) {
                    listed.add(day + " " + end);
                }
            }
        }
        return listed;
    }
}
