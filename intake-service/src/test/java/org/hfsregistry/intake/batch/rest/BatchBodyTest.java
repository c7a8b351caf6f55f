package org.hfsregistry.intake.batch.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.hfsregistry.intake.batch.BrokenOff;
import org.hfsregistry.intake.http.ClientGone;
import org.hfsregistry.intake.running.BreaksOff;
import org.junit.jupiter.api.Test;

class BatchBodyTest {

    private static final byte[] TEXT = "one\n".repeat(20_000).getBytes(UTF_8);

    @Test
    void gives_all_of_a_text_at_its_limit() throws IOException {
        assertThat(new BatchBody(new ByteArrayInputStream(TEXT), TEXT.length).readAllBytes())
                .isEqualTo(TEXT);
    }

    @Test
    void gives_as_much_of_a_longer_text_as_the_limit_allows_and_says_why_it_ends() {
        ByteArrayOutputStream got = new ByteArrayOutputStream();

        assertBrokenOff("BATCH_TOO_LONG", new BatchBody(new ByteArrayInputStream(TEXT), TEXT.length - 1), got);
        assertThat(got.size()).isEqualTo(TEXT.length - 1);
    }

    @Test
    void says_where_gzip_is_broken() throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write(TEXT);
        }
        InputStream half = new ByteArrayInputStream(zipped.toByteArray(), 0, zipped.size() / 2);
        ByteArrayOutputStream got = new ByteArrayOutputStream();

        assertBrokenOff("NOT_GZIP", new BatchBody(new GZIPInputStream(half), Long.MAX_VALUE), got);
        assertThat(got.size()).isPositive();
    }

    @Test
    void a_client_that_is_gone_is_no_fault_of_the_batch() {
        InputStream gone = BreaksOff.after("", new ClientGone(new IOException("reset")));

        assertThatThrownBy(() -> new BatchBody(gone, Long.MAX_VALUE).read()).isInstanceOf(ClientGone.class);
    }

    private static void assertBrokenOff(String code, BatchBody body, ByteArrayOutputStream got) {
        assertThatThrownBy(() -> body.transferTo(got))
                .isInstanceOfSatisfying(
                        BrokenOff.class, why -> assertThat(why.why().code()).isEqualTo(code));
    }
}
