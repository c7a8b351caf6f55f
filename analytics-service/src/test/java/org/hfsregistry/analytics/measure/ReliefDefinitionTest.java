package org.hfsregistry.analytics.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hfsregistry.analytics.measure.OneHospital.treatment;

import java.util.List;
import java.util.Map;
import org.hfsregistry.analytics.population.Case;
import org.hfsregistry.analytics.question.Question.Relief;
import org.hfsregistry.contract.clinical.Complication;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReliefDefinitionTest {

    @Test
    void relief_ends_or_is_censored_and_who_did_not_respond_has_none() {
        OneHospital hospital = OneHospital.of(
                treatment("a", 1).relievedUpTo(90),
                treatment("b", 2).stillRelievedOn(100),
                treatment("c", 3).notRelieved());

        assertThat(hospital.relief()).containsExactly("90 EVENT", "100 CENSORED");
        assertThat(hospital.answers(Relief.DEFAULT)).containsEntry("n", 3).containsEntry("responders", 2);
    }

    @Test
    void of_several_reports_an_ended_relief_goes_before_a_lasting_one_and_this_before_none() {
        OneHospital hospital = OneHospital.of(
                treatment("a", 1).stillRelievedOn(120).relievedUpTo(90),
                treatment("b", 2).notRelieved().stillRelievedOn(40),
                treatment("c", 3).relievedUpTo(80).relievedUpTo(85));

        assertThat(hospital.relief()).containsExactly("85 EVENT", "90 EVENT", "40 CENSORED");
    }

    @Test
    void an_adverse_effect_counts_once_a_session_whichever_report_tells_of_it() {
        Case session = treatment("a", 1)
                .injected(false, null, null, List.of(Complication.Kind.PTOSIS, Complication.Kind.DRY_EYE))
                .injected(true, Case.DAY.plusDays(90), null, List.of(Complication.Kind.PTOSIS));

        Map<String, Object> answer =
                OneHospital.of(session, treatment("b", 2).relievedUpTo(90)).answers(Relief.DEFAULT);

        assertThat(count(answer, "ptosis")).isEqualTo(1);
        assertThat(count(answer, "dry-eye")).isEqualTo(1);
        assertThat(count(answer, "stroke")).isEqualTo(0);
    }

    private static @Nullable Object count(Map<String, Object> answer, String kind) {
        return answer.get("adverse") instanceof Map<?, ?> adverse && adverse.get(kind) instanceof Map<?, ?> fields
                ? fields.get("count")
                : null;
    }
}
