package org.hfsregistry.intake.batch.rest;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.hfsregistry.intake.http.RefusedRequest;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class UnreadReportsTest {

    private final UnreadReports reports = new UnreadReports(
            new BatchLimits(DataSize.ofGigabytes(1), DataSize.ofMegabytes(1), DataSize.ofMegabytes(8)));

    @Test
    void one_hospital_does_not_shut_out_the_others() {
        UnreadReports.Space first = reports.take("h-1");
        reports.take("h-1");

        assertThatThrownBy(() -> reports.take("h-1"))
                .isInstanceOf(RefusedRequest.class)
                .hasMessageContaining("2 batches");
        assertThatCode(() -> reports.take("h-2")).doesNotThrowAnyException();
        first.close();
        assertThatCode(() -> reports.take("h-1")).doesNotThrowAnyException();
    }

    @Test
    void all_hospitals_together_take_no_more_than_there_is() {
        for (int hospital = 0; hospital < 8; hospital++) {
            reports.take("h-" + hospital);
        }

        assertThatThrownBy(() -> reports.take("h-8"))
                .isInstanceOf(RefusedRequest.class)
                .hasMessageContaining("there is room for");
    }

    @Test
    void what_was_refused_takes_no_room() {
        reports.take("h-1");
        reports.take("h-1");
        for (int i = 0; i < 100; i++) {
            assertThatThrownBy(() -> reports.take("h-1")).isInstanceOf(RefusedRequest.class);
        }

        assertThatCode(() -> reports.take("h-2")).doesNotThrowAnyException();
    }
}
