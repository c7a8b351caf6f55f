package org.hfsregistry.analytics.statistic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.hfsregistry.analytics.cohort.Change;
import org.hfsregistry.analytics.cohort.Cohort;
import org.hfsregistry.analytics.cohort.LogPositions;
import org.hfsregistry.analytics.cohort.Population;
import org.hfsregistry.analytics.disclosure.Audience;
import org.hfsregistry.analytics.disclosure.Thresholds;
import org.hfsregistry.analytics.measure.Among;
import org.hfsregistry.analytics.measure.Durations;
import org.hfsregistry.analytics.measure.Durations.End;
import org.hfsregistry.analytics.measure.Recurrences;
import org.hfsregistry.analytics.measure.ReportCounts;
import org.hfsregistry.analytics.measure.Sessions;
import org.hfsregistry.analytics.measure.Submissions;
import org.hfsregistry.analytics.measure.TimesToRelief;
import org.hfsregistry.analytics.population.RandomTreatments;
import org.hfsregistry.analytics.population.Straightforward;
import org.hfsregistry.analytics.population.Straightforward.Followed;
import org.hfsregistry.analytics.question.Asked;
import org.hfsregistry.analytics.question.Filter;
import org.hfsregistry.analytics.question.Grades;
import org.hfsregistry.analytics.question.Question;
import org.hfsregistry.analytics.treatment.AssessmentWindow;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.outcome.TreatmentKind;
import org.hfsregistry.contract.registered.TreatmentDocument;

/** What the columns answer after updates in any order is what the definitions say of the newest documents. */
class ColumnsAgreeTest {
    private static final Among ALL = (cohort, row) -> true;

    @Provide
    Arbitrary<List<TreatmentDocument>> versions() {
        return RandomTreatments.versions();
    }

    @Property(tries = 1500)
    void on_success(
            @ForAll("versions") List<TreatmentDocument> versions,
            @ForAll long order,
            @ForAll @IntRange(min = 1, max = 15) int grades,
            @ForAll AssessmentWindow at) {
        Population population = population(versions, order);
        Predicate<SpasmGrade> success = grade -> ((grades >> Straightforward.number(grade)) & 1) == 1;

        newest(versions)
                .forEach((hospital, treatments) -> assertThat(
                                answered(population, hospital, new Question.Success(new Grades(false, grades), at)))
                        .containsAllEntriesOf(fields(
                                new Straightforward(treatments).success(at.target(), dataDate(versions), success))));
    }

    @Property(tries = 500)
    void on_success_by_total(
            @ForAll("versions") List<TreatmentDocument> versions,
            @ForAll long order,
            @ForAll @IntRange(min = 0, max = 1) int upTo,
            @ForAll AssessmentWindow at) {
        Population population = population(versions, order);
        Grades grades = new Grades(true, upTo == 0 ? 0b1 : 0b11);

        newest(versions)
                .forEach((hospital, treatments) -> assertThat(
                                answered(population, hospital, new Question.Success(grades, at)))
                        .containsAllEntriesOf(fields(
                                new Straightforward(treatments).totalSuccess(at.target(), dataDate(versions), upTo))));
    }

    @Property(tries = 1500)
    void on_recurrence(
            @ForAll("versions") List<TreatmentDocument> versions,
            @ForAll long order,
            @ForAll @IntRange(min = 0, max = 400) int gap) {
        Population population = population(versions, order);

        newest(versions).forEach((hospital, treatments) -> {
            Durations durations =
                    population.read(cut -> Recurrences.of(cohort(cut, hospital), ALL, gap, new Durations.Collector()));
            assertThat(listed(durations))
                    .containsExactlyInAnyOrderElementsOf(new Straightforward(treatments).recurrence(gap));
        });
    }

    @Property(tries = 1500)
    void on_time_to_relief(@ForAll("versions") List<TreatmentDocument> versions, @ForAll long order) {
        Population population = population(versions, order);

        newest(versions)
                .forEach((hospital, treatments) -> assertThat(listed(population.read(
                                cut -> TimesToRelief.of(cohort(cut, hospital), ALL, new Durations.Collector()))))
                        .containsExactlyInAnyOrderElementsOf(new Straightforward(treatments).timeToRelief()));
    }

    @Property(tries = 1000)
    void on_success_of_those_that_a_filter_takes_in(
            @ForAll("versions") List<TreatmentDocument> versions,
            @ForAll long order,
            @ForAll("filters") Filter filter) {
        Population population = population(versions, order);

        newest(versions).forEach((hospital, treatments) -> {
            List<TreatmentDocument> taken = treatments.stream()
                    .filter(treatment -> Filtered.takesIn(filter, treatment))
                    .toList();
            assertThat(answered(population, hospital, filter, Question.Success.DEFAULT))
                    .containsAllEntriesOf(fields(new Straightforward(taken)
                            .success(365, dataDate(versions), grade -> grade == SpasmGrade.E0)));
        });
    }

    @Provide
    Arbitrary<Filter> filters() {
        return Filtered.filters();
    }

    @Property(tries = 1000)
    void on_relief(@ForAll("versions") List<TreatmentDocument> versions, @ForAll long order) {
        Population population = population(versions, order);

        newest(versions).forEach((hospital, treatments) -> {
            List<Optional<Followed>> relief = new Straightforward(treatments).relief();
            Sessions sessions =
                    population.read(cut -> Sessions.of(cohort(cut, hospital), ALL, new Durations.Collector()));
            assertThat(sessions.count()).isEqualTo(relief.size());
            assertThat(listed(sessions.relief()))
                    .containsExactlyInAnyOrderElementsOf(
                            relief.stream().flatMap(Optional::stream).toList());
        });
    }

    @Property(tries = 500)
    void on_how_treatments_were_reported(@ForAll("versions") List<TreatmentDocument> versions, @ForAll long order) {
        Population population = population(versions, order);

        newest(versions).forEach((hospital, treatments) -> {
            Straightforward straightforward = new Straightforward(treatments);
            Submissions submissions =
                    population.read(cut -> Submissions.of(cohort(cut, hospital), ALL, new Durations.Collector()));
            assertThat(listed(submissions.operations()))
                    .containsExactlyInAnyOrderElementsOf(straightforward.submitted(TreatmentKind.MVD));
            assertThat(listed(submissions.sessions()))
                    .containsExactlyInAnyOrderElementsOf(straightforward.submitted(TreatmentKind.BOTOX));
            ReportCounts reports = population.read(cut -> ReportCounts.of(cohort(cut, hospital), ALL));
            assertThat(reports.operations() + reports.sessions() + reports.courses() + reports.further())
                    .isEqualTo(treatments.stream()
                            .mapToInt(treatment -> treatment.outcomes().size())
                            .sum());
        });
    }

    private static Population population(List<TreatmentDocument> versions, long order) {
        Population population = new Population();
        for (TreatmentDocument document : RandomTreatments.delivered(versions, order)) {
            population.apply(List.of(Change.of(document)), LogPositions.NONE);
        }
        population.complete();
        return population;
    }

    private static Map<String, List<TreatmentDocument>> newest(List<TreatmentDocument> versions) {
        Map<String, TreatmentDocument> byId = new HashMap<>();
        versions.forEach(version -> byId.put(version.id(), version));
        Map<String, List<TreatmentDocument>> byHospital = new HashMap<>();
        byId.values()
                .forEach(treatment -> byHospital
                        .computeIfAbsent(treatment.hospitalId(), hospital -> new ArrayList<>())
                        .add(treatment));
        return byHospital;
    }

    private static LocalDate dataDate(List<TreatmentDocument> versions) {
        return versions.stream()
                .map(TreatmentDocument::changedAt)
                .max(Comparator.naturalOrder())
                .orElseThrow()
                .atOffset(ZoneOffset.UTC)
                .toLocalDate();
    }

    private static Map<String, Object> answered(Population population, String hospital, Question question) {
        return answered(population, hospital, Filter.NONE, question);
    }

    private static Map<String, Object> answered(
            Population population, String hospital, Filter filter, Question question) {
        Asked asked = new Asked(question, filter, Set.of(hospital), Asked.By.HOSPITAL, Asked.USUAL_LEVEL);
        return new Statistics(population, new Thresholds(11, 5))
                .answer(asked, new Audience(11, Optional.of(hospital)))
                .groups()
                .getFirst();
    }

    private static Map<String, Object> fields(Straightforward.Success success) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("n", success.n());
        fields.put("successes", success.successes());
        fields.put("operations", success.operations());
        fields.put("due", success.due());
        if (success.n() > 0) {
            fields.put("rate", (double) success.successes() / success.n());
        }
        if (success.due() > 0) {
            double due = success.due();
            fields.put("completeness", success.dueAssessed() / due);
            fields.put(
                    "bounds",
                    Map.of(
                            "lower",
                            success.dueSuccesses() / due,
                            "upper",
                            (success.dueSuccesses() + success.due() - success.dueAssessed()) / due));
        }
        return fields;
    }

    private static Cohort cohort(Population.Cut cut, String hospital) {
        return Optional.ofNullable(cut.cohorts().get(hospital)).orElseThrow();
    }

    private static List<Followed> listed(Durations durations) {
        List<Followed> listed = new ArrayList<>();
        Map<End, Integer> causes = Map.of(End.CENSORED, 0, End.EVENT, 1, End.COMPETING, 2);
        causes.forEach((end, cause) -> {
            int[] byDay = durations.byDay(end, durations.lastDay());
            for (int day = 0; day < byDay.length; day++) {
                for (int i = 0; i < byDay[day]; i++) {
                    listed.add(new Followed(day, cause));
                }
            }
        });
        return listed;
    }
}
