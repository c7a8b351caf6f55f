package org.hfsregistry.analytics.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hfsregistry.analytics.cohort.Change;
import org.hfsregistry.analytics.cohort.LogPositions;
import org.hfsregistry.analytics.cohort.Population;
import org.hfsregistry.analytics.disclosure.Audience;
import org.hfsregistry.analytics.disclosure.Thresholds;
import org.hfsregistry.analytics.population.RandomTreatments;
import org.hfsregistry.analytics.population.StraightforwardClinical;
import org.hfsregistry.analytics.population.StraightforwardClinical.Pair;
import org.hfsregistry.analytics.question.Asked;
import org.hfsregistry.analytics.question.Filter;
import org.hfsregistry.analytics.question.Question;
import org.hfsregistry.contract.clinical.Code;
import org.hfsregistry.contract.clinical.Complication;
import org.hfsregistry.contract.clinical.PatientDescription;
import org.hfsregistry.contract.clinical.QualityOfLife.Instrument;
import org.hfsregistry.contract.outcome.EligibleCases.Treatment;
import org.hfsregistry.contract.outcome.MedicationResponse.Response;
import org.hfsregistry.contract.outcome.MedicationResponse.SideEffect;
import org.hfsregistry.contract.outcome.MedicationResponse.StopReason;
import org.hfsregistry.contract.outcome.TreatmentKind;
import org.hfsregistry.contract.registered.TreatmentDocument;
import org.hfsregistry.statistics.ConfidenceLevel;
import org.hfsregistry.statistics.sample.Sample;
import org.jspecify.annotations.Nullable;

/** What the columns answer of complications, medication, quality of life and case mix is what the definitions say. */
class ClinicalColumnsAgreeTest {

    @Provide
    Arbitrary<List<TreatmentDocument>> versions() {
        return RandomTreatments.versions();
    }

    @Property(tries = 1000)
    void on_complications(@ForAll("versions") List<TreatmentDocument> versions, @ForAll long order) {
        each(versions, order, Question.Complications.DEFAULT, (treatments, group) -> {
            assertThat(number(group, "n"))
                    .isEqualTo(treatments.ofKind(TreatmentKind.MVD).size());
            for (Complication.Kind kind : Complication.Kind.values()) {
                assertThat(number(group, "complications", kind.code(), "any", "count"))
                        .isEqualTo(treatments.complicated(kind));
                assertThat(number(group, "complications", kind.code(), "permanent", "count"))
                        .isEqualTo(treatments.permanently(kind));
            }
            assertThat(number(group, "anyKind", "permanent", "count"))
                    .isEqualTo(treatments.permanently(Complication.Kind.values()));
        });
    }

    @Property(tries = 1000)
    void on_courses_of_medication(@ForAll("versions") List<TreatmentDocument> versions, @ForAll long order) {
        each(versions, order, Question.MedicationResponses.DEFAULT, (treatments, group) -> {
            List<StraightforwardClinical.Course> courses = treatments.courses();
            assertThat(number(group, "n")).isEqualTo(courses.size());
            for (Response response : Response.values()) {
                assertThat(number(group, "response", response.code(), "count"))
                        .isEqualTo(courses.stream()
                                .filter(course -> course.response().equals(response.code()))
                                .count());
            }
            assertThat(number(group, "stopped", "count"))
                    .isEqualTo(courses.stream()
                            .filter(StraightforwardClinical.Course::stopped)
                            .count());
            for (StopReason reason : StopReason.values()) {
                assertThat(number(group, "stopped", "because", reason.code(), "count"))
                        .isEqualTo(courses.stream()
                                .filter(course -> course.because().equals(Optional.of(reason.code())))
                                .count());
            }
            for (SideEffect effect : SideEffect.values()) {
                assertThat(number(group, "sideEffects", effect.code(), "count"))
                        .isEqualTo(courses.stream()
                                .filter(course -> course.effects().contains(effect.code()))
                                .count());
            }
        });
    }

    @Property(tries = 1000)
    void on_quality_of_life(
            @ForAll("versions") List<TreatmentDocument> versions, @ForAll long order, @ForAll Treatment treatment) {
        TreatmentKind kind = treatment == Treatment.MVD ? TreatmentKind.MVD : TreatmentKind.BOTOX;
        each(versions, order, new Question.QualityOfLife(treatment), (treatments, group) -> {
            for (Instrument instrument : Instrument.values()) {
                List<Pair> pairs = treatments.pairs(kind, instrument);
                assertThat(number(group, "instruments", instrument.code(), "n")).isEqualTo(pairs.size());
                if (!pairs.isEmpty()) {
                    assertMeans(part(group, "instruments", instrument.code()), pairs);
                }
            }
        });
    }

    private static void assertMeans(Map<String, Object> told, List<Pair> pairs) {
        double[] before = pairs.stream().mapToDouble(Pair::before).toArray();
        double[] after = pairs.stream().mapToDouble(Pair::after).toArray();
        Sample changes = Sample.ofChanges(before, after);
        assertThat((Double) told.get("meanBefore"))
                .isCloseTo(Arrays.stream(before).average().orElseThrow(), within(1e-9));
        assertThat((Double) told.get("meanAfter"))
                .isCloseTo(Arrays.stream(after).average().orElseThrow(), within(1e-9));
        assertThat((Double) told.get("meanChange")).isCloseTo(changes.mean().orElseThrow(), within(1e-9));
        assertThat(told.containsKey("interval"))
                .isEqualTo(changes.meanInterval(ConfidenceLevel.NINETY_FIVE).isPresent());
        changes.meanInterval(ConfidenceLevel.NINETY_FIVE)
                .ifPresent(
                        interval -> assertThat((Double) part(told, "interval").get("upper"))
                                .isCloseTo(interval.upper(), within(1e-9)));
        if (told.containsKey("importantlyBetter")) {
            assertThat(number(told, "importantlyBetter", "count"))
                    .isEqualTo(pairs.stream()
                            .filter(pair -> pair.before() - pair.after() >= 3)
                            .count());
        }
    }

    @Property(tries = 1000)
    void on_case_mix(@ForAll("versions") List<TreatmentDocument> versions, @ForAll long order) {
        each(versions, order, Question.CaseMix.DEFAULT, (treatments, group) -> {
            for (TreatmentKind kind : TreatmentKind.values()) {
                List<TreatmentDocument> latest = treatments.latest(kind);
                long patients = latest.stream()
                        .map(TreatmentDocument::patientId)
                        .distinct()
                        .count();
                assertThat(number(group, kind.code(), "patients")).isEqualTo(patients);
                if (treatments.isOrdered()) {
                    assertCounts(group, kind, "sex", treatments, single(treatments, PatientDescription::sex));
                    assertCounts(group, kind, "etiology", treatments, single(treatments, PatientDescription::etiology));
                    assertCounts(group, kind, "ageBand", treatments, treatment -> ageBand(treatments, treatment));
                    assertCounts(group, kind, "trigger", treatments, treatment -> triggers(treatments, treatment));
                }
            }
        });
    }

    private static void assertCounts(
            Map<String, Object> group,
            TreatmentKind kind,
            String field,
            StraightforwardClinical treatments,
            Function<TreatmentDocument, List<String>> trait) {
        Map<String, Integer> told = new TreeMap<>();
        part(group, kind.code(), field)
                .keySet()
                .forEach(value -> told.put(value, (int) number(group, kind.code(), field, value, "count")));
        assertThat(told).as(kind + " by " + field).isEqualTo(treatments.patients(kind, trait));
    }

    private static <C extends Code> Function<TreatmentDocument, List<String>> single(
            StraightforwardClinical treatments, Function<PatientDescription, @Nullable C> field) {
        return treatment ->
                List.of(treatments.said(treatment, field).map(Code::code).orElse("not-said"));
    }

    private static List<String> ageBand(StraightforwardClinical treatments, TreatmentDocument treatment) {
        return List.of(treatments
                .said(treatment, PatientDescription::birthYear)
                .map(born -> (StraightforwardClinical.day(treatment).getYear() - born) / 10 * 10)
                .map(from -> from + "-" + (from + 9))
                .orElse("not-said"));
    }

    private static List<String> triggers(StraightforwardClinical treatments, TreatmentDocument treatment) {
        return treatments
                .said(treatment, person -> person.triggers().isEmpty() ? null : person.triggers())
                .orElse(List.of())
                .stream()
                .map(Code::code)
                .toList();
    }

    private static void each(
            List<TreatmentDocument> versions,
            long order,
            Question question,
            BiConsumer<StraightforwardClinical, Map<String, Object>> asserted) {
        Population population = new Population();
        for (TreatmentDocument document : RandomTreatments.delivered(versions, order)) {
            population.apply(List.of(Change.of(document)), LogPositions.NONE);
        }
        population.complete();
        newest(versions).forEach((hospital, treatments) -> {
            Asked asked = new Asked(question, Filter.NONE, Set.of(hospital), Asked.By.HOSPITAL, Asked.USUAL_LEVEL);
            asserted.accept(
                    new StraightforwardClinical(treatments),
                    new Statistics(population, new Thresholds(11, 5))
                            .answer(asked, new Audience(11, Optional.of(hospital)))
                            .groups()
                            .getFirst());
        });
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

    private static long number(Map<String, Object> group, String... names) {
        Map<String, Object> holder = part(group, Arrays.copyOf(names, names.length - 1));
        return ((Number)
                        Optional.ofNullable(holder.get(names[names.length - 1])).orElseThrow())
                .longValue();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> part(Map<String, Object> group, String... names) {
        Map<String, Object> part = group;
        for (String name : names) {
            part = (Map<String, Object>) Optional.ofNullable(part.get(name)).orElseThrow();
        }
        return part;
    }
}
