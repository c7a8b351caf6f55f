package org.hfsregistry.analytics.page.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackedTest {

    @Test
    void what_is_unpacked_is_what_was_packed_and_smaller_meanwhile() {
        byte[] page = "<td>not enough data</td>".repeat(1000).getBytes(StandardCharsets.UTF_8);
        Packed packed = Packed.of(page);

        assertThat(packed.unpacked()).isEqualTo(page);
        assertThat(packed.gzip()).hasSizeLessThan(page.length / 8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip, deflate, br | true",
                "br;q=1.0, GZIP;q=0.5 | true",
                "gzip;q=0, identity | false",
                "br | false",
                "identity | false",
                "| false"
            })
    void it_is_sent_packed_to_who_takes_it_so(String acceptEncoding, boolean taken) {
        assertThat(Packed.isTakenBy(acceptEncoding)).isEqualTo(taken);
    }
}
