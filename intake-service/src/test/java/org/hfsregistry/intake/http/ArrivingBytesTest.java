package org.hfsregistry.intake.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.hfsregistry.intake.running.BreaksOff;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class ArrivingBytesTest {

    private static final Uploads.Pace PACE = new Uploads.Pace(Duration.ofSeconds(30), DataSize.ofBytes(100));
    private static final int LONG = 100_000;

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicBoolean timedOut = new AtomicBoolean();

    @Test
    void takes_a_body_at_the_least_pace_however_long_it_takes() throws IOException {
        assertThat(arriving(1, Duration.ofMillis(10)).readAllBytes()).hasSize(LONG);
    }

    @Test
    void does_not_wait_for_a_body_that_drips() throws IOException {
        InputStream body = arriving(1, Duration.ofSeconds(1));
        assertThatThrownBy(body::readAllBytes).isInstanceOf(UploadTooSlow.class);
        assertThat(Duration.ofNanos(nanos.get())).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(32));
    }

    @Test
    void what_came_fast_does_not_pay_for_what_drips_later() throws IOException {
        AtomicLong came = new AtomicLong();
        InputStream body = new ArrivingBytes(
                new InputStream() {
                    @Override
                    public int read() {
                        nanos.addAndGet(Duration.ofSeconds(came.incrementAndGet() > LONG ? 1 : 0)
                                .toNanos());
                        return 'x';
                    }

                    @Override
                    public int read(byte[] bytes, int offset, int length) {
                        Arrays.fill(bytes, offset, offset + Math.min(1, length), (byte) read());
                        return Math.min(1, length);
                    }
                },
                PACE,
                nanos::get,
                () -> {});
        assertThatThrownBy(body::readAllBytes).isInstanceOf(UploadTooSlow.class);
        assertThat(came).hasValueBetween(LONG + 30, LONG + 32);
    }

    @Test
    void time_in_which_nobody_reads_does_not_count() throws IOException {
        InputStream body = arriving(1, Duration.ofMillis(1));
        for (int i = 0; i < LONG; i++) {
            assertThat(body.read()).isZero();
            nanos.addAndGet(Duration.ofMinutes(1).toNanos());
        }
        assertThat(body.read()).isNegative();
    }

    @Test
    void tells_a_timeout_from_a_connection_that_is_gone() {
        IOException timeout = new IOException(new SocketTimeoutException());
        assertThatThrownBy(() -> broken(timeout).readAllBytes()).isInstanceOf(UploadTooSlow.class);
        assertThat(timedOut).isTrue();
        timedOut.set(false);
        assertThatThrownBy(() -> broken(new IOException("reset")).readAllBytes())
                .isInstanceOf(ClientGone.class);
        assertThat(timedOut).isFalse();
    }

    private InputStream broken(IOException why) {
        return new ArrivingBytes(BreaksOff.after("x", why), PACE, nanos::get, () -> timedOut.set(true));
    }

    /** So many bytes come at once, each time after so long. */
    private InputStream arriving(int atOnce, Duration wait) {
        InputStream bytes = new FilterInputStream(new ByteArrayInputStream(new byte[LONG])) {
            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                nanos.addAndGet(wait.toNanos());
                return super.read(into, offset, Math.min(length, atOnce));
            }
        };
        return new ArrivingBytes(bytes, PACE, nanos::get, () -> timedOut.set(true));
    }
}
