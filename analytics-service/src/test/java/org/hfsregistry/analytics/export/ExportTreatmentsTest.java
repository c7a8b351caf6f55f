package org.hfsregistry.analytics.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hfsregistry.analytics.cohort.Change;
import org.hfsregistry.analytics.cohort.LogPositions;
import org.hfsregistry.analytics.cohort.Population;
import org.hfsregistry.analytics.disclosure.Thresholds;
import org.hfsregistry.analytics.population.Case;
import org.hfsregistry.contract.clinical.PatientDescription.Etiology;
import org.hfsregistry.contract.clinical.PatientDescription.Sex;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.junit.jupiter.api.Test;

class ExportTreatmentsTest {
    private final Population population = new Population();
    private final ExportTreatments exporting = new ExportTreatments(population, new Thresholds(11, 5));

    private void operate(int count) {
        for (int i = 0; i < count; i++) {
            population.apply(
                    List.of(Change.of(Case.of("h-01", "t-" + i, i)
                            .of(Sex.FEMALE, 1970, Etiology.VASCULAR)
                            .assessed(10, SpasmGrade.E0)
                            .assessed(365, SpasmGrade.E0)
                            .document())),
                    LogPositions.NONE);
        }
        population.complete();
    }

    private Export exported() throws IOException {
        List<Export> exports = new ArrayList<>();
        assertThat(exporting.export(exports::add)).isTrue();
        return exports.getFirst();
    }

    private static Optional<Object> said(Export export, String column) {
        return export.row(0).value(ExportColumns.place(column));
    }

    @Test
    void a_row_says_of_a_treatment_what_the_statistics_count() throws IOException {
        operate(5);
        Export export = exported();

        assertThat(export.rows()).isEqualTo(5);
        assertThat(said(export, "treatment")).contains("mvd");
        assertThat(said(export, "hospital")).contains("h-01");
        assertThat(said(export, "year")).contains(2020);
        assertThat(said(export, "sex")).contains("female");
        assertThat(said(export, "ageBand")).contains("50-59");
        assertThat(said(export, "gradeAtYear")).contains("E0");
        assertThat(said(export, "gradeAtQuarter")).isEmpty();
        assertThat(said(export, "waitDays")).contains(10);
        assertThat(said(export, "waitEnd")).contains("free");
        assertThat(said(export, "freeDays")).contains(355);
        assertThat(said(export, "freeEnd")).contains("censored");
        assertThat(said(export, "product")).isEmpty();
    }

    @Test
    void what_comes_while_it_is_written_is_not_in_it() throws IOException {
        operate(5);
        exporting.export(export -> {
            operate(9);
            assertThat(export.rows()).isEqualTo(5);
            assertThat(IntStream.range(0, 5).mapToObj(export::row)).hasSize(5);
        });
        assertThat(exported().rows()).isEqualTo(9);
    }

    @Test
    void one_is_written_at_a_time() throws IOException {
        operate(5);
        List<Boolean> others = new ArrayList<>();
        exporting.export(export -> others.add(exporting.export(other -> {})));

        assertThat(others).containsExactly(false);
        assertThat(exporting.export(export -> {})).isTrue();
    }

    @Test
    void of_too_few_nothing_is_told() throws IOException {
        operate(4);
        assertThat(exported().rows()).isZero();
        assertThat(exported().leftOut()).containsExactly("mvd");
    }
}
