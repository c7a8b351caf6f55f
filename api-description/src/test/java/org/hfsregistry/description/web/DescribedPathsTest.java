package org.hfsregistry.description.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DescribedPathsTest {

    private static final DescribedPaths PATHS = new DescribedPaths(List.of(
            "/v1/outcomes",
            "/v1/outcomes/batch",
            "/v1/treatments/{treatmentId}",
            "/v1/treatments/{treatmentId}/history",
            "/v1/patients/{patientId}/merges"));

    @ParameterizedTest
    @CsvSource({
        "/v1/outcome, /v1/outcomes",
        "/V1/outcomes/, /v1/outcomes",
        "/v1/outcomes/bacth, /v1/outcomes/batch",
        "/v1/treatment/t-1, /v1/treatments/{treatmentId}",
        "/v1/treatments/t-1/histroy, /v1/treatments/{treatmentId}/history",
        "/v1/patients/4711/merge, /v1/patients/{patientId}/merges"
    })
    void the_nearest_is_told_as_it_is_described_and_not_as_it_was_asked_for(String asked, String described) {
        assertThat(PATHS.nearest(asked)).hasValue(described);
    }

    @Test
    void what_is_near_none_has_no_nearest() {
        assertThat(PATHS.nearest("/nothing/of/the/kind/is/to/be/found/here")).isEmpty();
    }

    @Test
    void a_path_is_one_of_them_with_whatever_stands_for_its_variables() {
        assertThat(PATHS.has("/v1/treatments/t-1")).isTrue();
        assertThat(PATHS.has("/v1/treatments")).isFalse();
    }
}
