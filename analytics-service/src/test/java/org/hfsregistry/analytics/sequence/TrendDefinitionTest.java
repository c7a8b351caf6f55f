package org.hfsregistry.analytics.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.hfsregistry.analytics.population.Case;
import org.hfsregistry.analytics.question.Question.OfSequence.Trend;
import org.hfsregistry.contract.outcome.BotoxRelief.Product;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values of R are from {@code trend.R}, which lies in the resources beside this; rules of disclosure at k = 11. */
class TrendDefinitionTest {
    private static final String HOSPITAL = "h-01";

    private final Injecting injecting = new Injecting();

    @Test
    void the_slope_within_patients_adjusted_for_product_and_dose_is_that_of_r() {
        course(HOSPITAL, 60);

        Map<String, Object> own = injecting.own(HOSPITAL, Trend.DEFAULT);
        assertThat(own)
                .containsEntry("patients", 15)
                .containsEntry("injections", 54)
                .containsEntry("censoredShare", 0.1)
                .doesNotContainKey("noSlope");
        assertThat(number(own, "slopeDaysPerInjection")).isCloseTo(-3.3201866448194, within(1e-9));
        assertThat(number(part(own, "interval"), "lower")).isCloseTo(-5.5376215485779, within(1e-9));
        assertThat(number(part(own, "interval"), "upper")).isCloseTo(-1.1027517410608, within(1e-9));
    }

    /** As in the script. */
    private void course(String hospital, int sessions) {
        for (int i = 0; i < sessions; i++) {
            int patient = i / 4;
            int number = i % 4 + 1;
            boolean abo = patient % 3 == 0 && number > 2;
            Case session = injecting
                    .treatment(hospital, patient, 150 * number)
                    .with(abo ? Product.ABOBOTULINUM : Product.ONABOTULINUM, number)
                    .dose(abo ? 60 + 20 * (i * 7 % 5) : 20 + 2.5 * (i * 3 % 7));
            int days = 80 + i * 29 % 41 - 3 * number + patient;
            injecting.take(i % 10 == 9 ? session.stillRelievedOn(days) : session.relievedUpTo(days));
        }
    }

    @Test
    void without_two_patients_who_came_twice_there_is_no_slope_and_why_is_said() {
        course(HOSPITAL, 4);

        assertThat(injecting.own(HOSPITAL, Trend.DEFAULT))
                .containsEntry("patients", 1)
                .containsEntry("noSlope", "too-few-patients")
                .doesNotContainKeys("slopeDaysPerInjection", "interval");
    }

    @Test
    void patients_with_one_relief_that_has_ended_are_not_in_it() {
        injecting.patients(HOSPITAL, 3, 1);
        injecting.take(injecting.treatment(HOSPITAL, 7, 0).relievedUpTo(90));
        injecting.take(injecting.treatment(HOSPITAL, 7, 100).stillRelievedOn(90));
        injecting.take(injecting.treatment(HOSPITAL, 7, 200).notRelieved());

        assertThat(injecting.own(HOSPITAL, Trend.DEFAULT))
                .containsEntry("patients", 0)
                .containsEntry("injections", 0)
                .containsEntry("censoredShare", 0.2);
    }

    /** 4 sessions a patient; of the tenth patients and so on one relief of four or so has not ended. */
    @ParameterizedTest
    @CsvSource({"40, false", "120, true"})
    void it_is_told_of_many_patients(int sessions, boolean told) {
        course(HOSPITAL, sessions);

        Map<String, Object> everybody = injecting.told(HOSPITAL, Trend.DEFAULT);
        assertThat(everybody.containsKey("slopeDaysPerInjection")).isEqualTo(told);
        assertThat(everybody.containsKey("patients")).isEqualTo(told);
        assertThat(injecting.own(HOSPITAL, Trend.DEFAULT)).containsKey("slopeDaysPerInjection");
    }

    @Test
    void the_sessions_that_have_ended_less_those_in_the_trend_are_not_few() {
        course(HOSPITAL, 120);
        for (int patient = 100; patient < 103; patient++) {
            injecting.injected(HOSPITAL, patient, 0);
        }

        assertThat(injecting.told(HOSPITAL, Trend.DEFAULT))
                .as("three patients came once")
                .doesNotContainKeys("patients", "injections", "slopeDaysPerInjection", "interval", "noSlope");
    }

    @Test
    void the_trend_of_all_is_not_told_where_it_would_tell_of_one_hospital() {
        course("a", 120);
        course("b", 20);

        assertThat(injecting.told("a", Trend.DEFAULT)).containsKey("slopeDaysPerInjection");
        assertThat(injecting.network(Trend.DEFAULT)).doesNotContainKeys("slopeDaysPerInjection", "patients");
    }

    @Test
    void patients_of_different_hospitals_are_different_patients() {
        course("a", 120);
        course("b", 120);

        assertThat(injecting.network(Trend.DEFAULT)).containsEntry("patients", 60);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> part(Map<String, Object> fields, String name) {
        return (Map<String, Object>) fields.getOrDefault(name, Map.of());
    }

    private static double number(Map<String, Object> fields, String name) {
        return ((Number) fields.getOrDefault(name, Double.NaN)).doubleValue();
    }
}
