package org.hfsregistry.analytics.sequence;

import java.time.LocalDate;
import java.time.ZoneOffset;
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
import org.hfsregistry.analytics.statistic.Answer;
import org.hfsregistry.analytics.statistic.Statistics;
import org.hfsregistry.contract.clinical.SpasmGrade;

/** Hospitals that give injections and operate, and what is told of them at k = 11. */
final class Injecting {
    private static final LocalDate DATA_DATE = LocalDate.of(2030, 1, 1);

    private final Population population = new Population();
    private int treatments;

    Injecting() {
        population.complete();
    }

    /** An injection that helped for 90 days, so many days after the first day. */
    Injecting injected(String hospital, int patient, int day) {
        return take(treatment(hospital, patient, day).relievedUpTo(90));
    }

    /** Some patients with so many injections each, 100 days apart, numbered from one on. */
    Injecting patients(String hospital, int patients, int injections) {
        for (int patient = 0; patient < patients; patient++) {
            for (int injection = 0; injection < injections; injection++) {
                injected(hospital, patient, 100 * injection);
            }
        }
        return this;
    }

    /** An operation so many days after the first day. */
    Injecting operated(String hospital, int patient, int day) {
        return take(treatment(hospital, patient, day).assessed(365, SpasmGrade.E0));
    }

    /** A treatment with an id of its own. */
    Case treatment(String hospital, int patient, int day) {
        return Case.of(hospital, "t" + treatments++, patient).on(Case.DAY.plusDays(day));
    }

    Injecting take(Case treatment) {
        return take(treatment, DATA_DATE);
    }

    Injecting take(Case treatment, LocalDate dataDate) {
        Case dated = treatment.changedAt(dataDate.atStartOfDay().toInstant(ZoneOffset.UTC));
        population.apply(List.of(Change.of(dated.document())), LogPositions.NONE.treatmentsAt(0, treatments));
        return this;
    }

    /** What a hospital is told of itself. */
    Map<String, Object> own(String hospital, Question question) {
        return group(answer(question, Optional.of(hospital)), hospital);
    }

    /** What everybody is told of a hospital. */
    Map<String, Object> told(String hospital, Question question) {
        return group(answer(question, Optional.empty()), hospital);
    }

    /** What everybody is told of all together. */
    Map<String, Object> network(Question question) {
        return answer(question, Optional.empty()).network();
    }

    private Answer answer(Question question, Optional<String> own) {
        return new Statistics(population, new Thresholds(11, 5)).answer(Asked.ofAll(question), new Audience(11, own));
    }

    private static Map<String, Object> group(Answer answer, String hospital) {
        return answer.groups().stream()
                .filter(group -> hospital.equals(group.get("hospitalId")))
                .findFirst()
                .orElseThrow();
    }

    /** The fields that are held back. */
    @SuppressWarnings("unchecked")
    static List<String> suppressed(Map<String, Object> group) {
        return (List<String>) group.getOrDefault("suppressed", List.of());
    }
}
