package org.hfsregistry.faults.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.hfsregistry.faults.load.ReportedRow;
import org.hfsregistry.faults.load.ReportedRow.Kind;
import org.hfsregistry.faults.load.Said;
import org.junit.jupiter.api.Test;

class NumbersTest {

    private static final LocalDate DAY = LocalDate.of(2020, 1, 1);

    @Test
    void the_assessment_nearest_to_a_year_counts_and_of_two_as_near_the_later() {
        assertThat(assessed(operation("a", 300, "E2"), operation("b", 364, "E0")))
                .isEqualTo(new Numbers(1, 1, 0, 0, 0));
        assertThat(assessed(operation("a", 364, "E0"), operation("b", 366, "E2")))
                .isEqualTo(new Numbers(1, 0, 0, 0, 0));
        assertThat(assessed(operation("b", 366, "E2"), operation("a", 364, "E0")))
                .isEqualTo(new Numbers(1, 0, 0, 0, 0));
    }

    @Test
    void an_assessment_outside_of_the_window_counts_nothing() {
        assertThat(assessed(operation("a", 269, "E0"), operation("b", 546, "E0")))
                .isEqualTo(new Numbers(0, 0, 0, 0, 0));
        assertThat(assessed(operation("a", 270, "E0"))).isEqualTo(new Numbers(1, 1, 0, 0, 0));
        assertThat(assessed(operation("a", 545, "E0"))).isEqualTo(new Numbers(1, 1, 0, 0, 0));
    }

    @Test
    void injections_are_counted_and_those_that_helped_and_patients_who_were_merged_as_one() {
        ReportedRow helped = new ReportedRow(Kind.REPORT, "i", "i", 1, """
            {"type": "botox-relief", "outcomeId": "i", "treatmentId": "i", "patientId": "p", "responded": true}\
            """);
        ReportedRow not = new ReportedRow(Kind.REPORT, "j", "j", 1, """
            {"type": "botox-relief", "outcomeId": "j", "treatmentId": "j", "patientId": "q", "responded": false}\
            """);

        assertThat(assessed(helped, not, new Said.Merge("p", "q"))).isEqualTo(new Numbers(0, 0, 2, 1, 1));
        assertThat(assessed(helped, not)).isEqualTo(new Numbers(0, 0, 2, 1, 2));
    }

    private static Numbers assessed(Said... said) {
        return Numbers.of(ExpectedRecord.of(Stream.of(said).toList()));
    }

    private static ReportedRow operation(String outcomeId, int day, String grade) {
        return new ReportedRow(
                Kind.REPORT, outcomeId, outcomeId, 1, """
                    {"type": "mvd-outcome", "outcomeId": "%s", "treatmentId": "t", "treatedOn": "%s", "assessedOn": "%s",
                     "spasmGrade": "%s"}\
                    """.formatted(outcomeId, DAY, DAY.plusDays(day), grade));
    }
}
