package org.hfsregistry.intake.batch.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class UnreadReportTest {

    private static final int LINES = 30_000;

    private final ByteArrayOutputStream read = new ByteArrayOutputStream();
    private final CountDownLatch clientReads = new CountDownLatch(1);

    @Test
    void sends_everything_in_its_order() throws IOException {
        clientReads.countDown();
        try (UnreadReport report = new UnreadReport(client(), 1000)) {
            append(report);
            report.finish();
        }
        assertAllWasRead();
    }

    @Test
    void takes_what_the_client_does_not_read_yet() throws IOException {
        try (UnreadReport report = new UnreadReport(client(), 1_000_000)) {
            append(report);
            assertThat(read.size()).isZero();
            clientReads.countDown();
            report.finish();
        }
        assertAllWasRead();
    }

    @Test
    void waits_for_the_client_where_too_much_is_unread() throws Exception {
        try (UnreadReport report = new UnreadReport(client(), 1000)) {
            Thread writer = Thread.ofPlatform().start(() -> {
                try {
                    append(report);
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            while (writer.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
            clientReads.countDown();
            writer.join();
            report.finish();
        }
        assertAllWasRead();
    }

    @Test
    void says_that_the_client_is_gone() throws IOException {
        OutputStream gone = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("client gone");
            }
        };
        try (UnreadReport report = new UnreadReport(gone, 1000)) {
            report.append("line\n".getBytes(UTF_8));
            assertThatThrownBy(report::finish).hasMessage("client gone");
            assertThatThrownBy(() -> report.append("line\n".getBytes(UTF_8))).hasMessage("client gone");
        }
    }

    private static void append(UnreadReport report) throws IOException {
        for (int i = 0; i < LINES; i++) {
            report.append((i + "\n").getBytes(UTF_8));
        }
    }

    private void assertAllWasRead() {
        String[] lines = read.toString(UTF_8).split("\n");
        assertThat(lines).hasSize(LINES);
        for (int i = 0; i < LINES; i++) {
            assertThat(lines[i]).isEqualTo(Integer.toString(i));
        }
    }

    private OutputStream client() {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                try {
                    clientReads.await();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
                read.write(bytes, offset, length);
            }
        };
    }
}
