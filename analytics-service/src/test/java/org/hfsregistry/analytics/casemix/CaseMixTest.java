package org.hfsregistry.analytics.casemix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hfsregistry.analytics.population.Clinical.taken;
import static org.hfsregistry.analytics.population.Clinical.triggered;

import java.util.List;
import java.util.Map;
import org.hfsregistry.analytics.population.Case;
import org.hfsregistry.analytics.population.Told;
import org.hfsregistry.analytics.question.Asked.By;
import org.hfsregistry.analytics.question.Question.CaseMix;
import org.hfsregistry.contract.clinical.OperationDescription.Vessel;
import org.hfsregistry.contract.clinical.PatientDescription.Etiology;
import org.hfsregistry.contract.clinical.PatientDescription.Sex;
import org.hfsregistry.contract.clinical.PatientDescription.Trigger;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.outcome.MedicationResponse.Drug;
import org.hfsregistry.contract.outcome.MedicationResponse.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The definition case-mix/1, and what others than the hospital are told. */
class CaseMixTest {
    private final Told told = new Told(CaseMix.DEFAULT);
    private int treatments;

    @Test
    void patients_are_counted_by_each_trait_and_have_one_value_or_none_is_said() {
        told.take(
                operation(1).of(Sex.FEMALE, 1961, Etiology.VASCULAR).assessed(1, SpasmGrade.E0),
                operation(2).of(Sex.FEMALE, 1960, null).assessed(1, SpasmGrade.E0),
                operation(3).of(Sex.UNKNOWN, null, Etiology.TUMOUR).assessed(1, SpasmGrade.E0),
                operation(4).assessed(1, SpasmGrade.E0));

        assertThat(own("mvd")).containsEntry("patients", 4);
        assertThat(own("mvd", "sex"))
                .isEqualTo(Map.of("female", of(2, 0.5), "unknown", of(1, 0.25), "not-said", of(1, 0.25)));
        assertThat(own("mvd", "ageBand"))
                .isEqualTo(Map.of("50-59", of(1, 0.25), "60-69", of(1, 0.25), "not-said", of(2, 0.5)));
        assertThat(own("mvd", "etiology"))
                .isEqualTo(Map.of("vascular", of(1, 0.25), "tumour", of(1, 0.25), "not-said", of(2, 0.5)));
        assertThat(own("botox"))
                .isEqualTo(Map.of(
                        "patients",
                        0,
                        "sex",
                        Map.of(),
                        "ageBand",
                        Map.of(),
                        "etiology",
                        Map.of(),
                        "trigger",
                        Map.of()));
    }

    @Test
    void of_triggers_and_vessels_a_patient_may_have_several() {
        told.take(
                operation(1).found(List.of(Vessel.AICA, Vessel.PICA), null).assessed(1, SpasmGrade.E0),
                operation(2)
                        .found(List.of(Vessel.AICA), null)
                        .assessed(1, SpasmGrade.E0)
                        .reported(triggered(Trigger.COLD, Trigger.STRESS), 1));

        assertThat(own("mvd", "vessel")).isEqualTo(Map.of("aica", of(2, 1.0), "pica", of(1, 0.5)));
        assertThat(own("mvd", "trigger")).isEqualTo(Map.of("cold", of(1, 0.5), "stress", of(1, 0.5)));
    }

    @Test
    void a_patient_counts_once_in_each_treatment_by_the_latest_of_its_kind() {
        told.take(
                operation(1).of(Sex.FEMALE, 1961, Etiology.TUMOUR).assessed(1, SpasmGrade.E0),
                operation(1)
                        .on(Case.DAY.plusYears(3))
                        .of(Sex.FEMALE, 1961, Etiology.VASCULAR)
                        .assessed(1, SpasmGrade.E0),
                operation(1)
                        .of(Sex.FEMALE, 1961, null)
                        .on(Case.DAY.plusYears(5))
                        .relievedUpTo(90),
                operation(1).reported(taken(30, Drug.BACLOFEN, Response.NONE, false, null), 0));

        assertThat(own("mvd")).containsEntry("patients", 1);
        assertThat(own("mvd", "etiology")).isEqualTo(Map.of("vascular", of(1, 1.0)));
        assertThat(own("mvd", "ageBand")).isEqualTo(Map.of("60-69", of(1, 1.0)));
        assertThat(own("botox", "etiology"))
                .as("what its own reports don't say, the latest other treatment's do")
                .isEqualTo(Map.of("vascular", of(1, 1.0)));
        assertThat(own("medication", "sex")).isEqualTo(Map.of("female", of(1, 1.0)));
        assertThat(own("medication")).containsEntry("patients", 1);
        assertThat(told.own("a", By.YEAR))
                .extracting(group -> Told.value(group, "mvd", "patients").orElse(0))
                .as("2020 to 2025: in the year of the latest operation")
                .containsExactly(0, 0, 0, 1, 0, 0);
    }

    @Test
    void another_treatment_stands_for_the_patient_when_the_latest_is_withdrawn() {
        Case latest = Case.of("a", "late", 1)
                .on(Case.DAY.plusYears(3))
                .of(Sex.MALE, null, null)
                .assessed(1, SpasmGrade.E0);
        told.take(operation(1).of(Sex.FEMALE, null, null).assessed(1, SpasmGrade.E0), latest);
        assertThat(own("mvd", "sex")).containsOnlyKeys("male");

        told.take(Case.of("a", "late", 1).version(2));
        assertThat(own("mvd", "sex")).containsOnlyKeys("female");
    }

    @ParameterizedTest
    @CsvSource({"20, true", "3, false", "57, false", "0, true"})
    void values_of_few_are_not_told(int male, boolean shown) {
        for (int i = 0; i < 60; i++) {
            told.take(operation(i)
                    .of(i < male ? Sex.MALE : Sex.FEMALE, 1960, null)
                    .assessed(1, SpasmGrade.E0));
        }

        assertThat(Told.part(told.of("a"), "mvd")).containsEntry("patients", 60);
        assertThat(Told.value(told.of("a"), "mvd", "sex", "female").isPresent()).isEqualTo(shown);
        assertThat(told.suppressed("a").contains("mvd.sex.female")).isNotEqualTo(shown);
        assertThat(Told.value(told.of("a"), "mvd", "ageBand", "60-69", "share")).hasValue(1.0);
    }

    @ParameterizedTest
    @CsvSource({"0, true", "2, false", "15, true"})
    void patients_are_told_where_none_or_many_were_treated_again(int again, boolean shown) {
        for (int i = 0; i < 60; i++) {
            told.take(operation(i).assessed(1, SpasmGrade.E0));
        }
        for (int i = 0; i < again; i++) {
            told.take(operation(i).on(Case.DAY.plusDays(400)).assessed(1, SpasmGrade.E0));
        }

        assertThat(Told.value(told.of("a"), "mvd", "patients").isPresent()).isEqualTo(shown);
        assertThat(told.suppressed("a").contains("mvd.patients")).isNotEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"13, 2, false", "15, 0, true", "15, 15, true"})
    void patients_with_a_value_are_told_where_none_or_many_with_it_were_treated_again(
            int female, int male, boolean shown) {
        for (int i = 0; i < 60; i++) {
            told.take(
                    operation(i).of(i < 30 ? Sex.FEMALE : Sex.MALE, null, null).assessed(1, SpasmGrade.E0));
        }
        for (int i = 0; i < female + male; i++) {
            told.take(operation(i < female ? i : 30 + i - female)
                    .on(Case.DAY.plusDays(400))
                    .of(i < female ? Sex.FEMALE : Sex.MALE, null, null)
                    .assessed(1, SpasmGrade.E0));
        }

        assertThat(Told.part(told.of("a"), "mvd")).containsEntry("patients", 60);
        assertThat(Told.value(told.of("a"), "mvd", "sex", "female").isPresent())
                .as("a filter of success by sex tells how many operations were of women")
                .isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"0, true", "2, false", "15, true"})
    void patients_with_a_value_are_told_where_none_or_many_have_it_by_another_treatment_alone(
            int others, boolean shown) {
        for (int i = 0; i < 60; i++) {
            Sex sex = i < 30 ? Sex.FEMALE : Sex.MALE;
            told.take(operation(i).of(i < others ? null : sex, null, null).assessed(1, SpasmGrade.E0));
            told.take(operation(i).of(sex, null, null).relievedUpTo(90));
        }

        assertThat(Told.value(told.own("a"), "mvd", "sex", "female", "count")).hasValue(30);
        assertThat(Told.value(told.of("a"), "mvd", "sex", "female").isPresent()).isEqualTo(shown);
    }

    @Test
    void a_hospital_of_few_patients_has_not_enough_data() {
        told.take(operation(1).assessed(1, SpasmGrade.E0));

        assertThat(told.of("a")).isEqualTo(Map.of("hospitalId", "a", "status", "insufficient-data"));
    }

    private Case operation(int patient) {
        treatments++;
        return Case.of("a", "t-" + treatments, patient);
    }

    private static Map<String, Object> of(int count, double share) {
        return Map.of("count", count, "share", share);
    }

    private Map<String, Object> own(String... names) {
        return Told.part(told.own("a"), names);
    }
}
