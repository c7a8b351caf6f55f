package org.hfsregistry.local.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {

    @TempDir
    private Path path;

    @Test
    void finds_the_run_that_recorded_itself() {
        RunFolder folder = new RunFolder(path);
        RunRecord run = RunRecord.ofThisProcess(7, "127.0.0.1:9", "NONE");

        folder.record(run);

        assertThat(new RunFolder(path).requireRunning()).isEqualTo(run);
    }

    @Test
    void a_run_that_is_gone_is_no_run() throws Exception {
        Process gone = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-version")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        gone.waitFor();
        RunFolder folder = new RunFolder(path);

        folder.record(new RunRecord(gone.pid(), Instant.now(), 0, "127.0.0.1:9", "NONE"));

        assertThatThrownBy(folder::requireRunning)
                .isInstanceOf(CannotBeDone.class)
                .hasMessageContaining(path.toString());
    }

    @Test
    void a_process_that_only_has_the_number_of_a_run_is_no_run() {
        RunFolder folder = new RunFolder(path);
        RunRecord mine = RunRecord.ofThisProcess(0, "127.0.0.1:9", "NONE");

        folder.record(new RunRecord(mine.pid(), mine.startedAt().minusSeconds(60), 0, "127.0.0.1:9", "NONE"));

        assertThatThrownBy(folder::requireRunning).isInstanceOf(CannotBeDone.class);
    }

    @Test
    void marks_outlast_the_object() {
        assertThat(new RunFolder(path).about("done")).isEmpty();
        new RunFolder(path).mark("done", "7 of them");
        assertThat(new RunFolder(path).about("done")).contains("7 of them");
    }

    @Test
    void a_port_in_use_is_named_together_with_the_way_out() throws IOException {
        Addresses addresses = FreePorts.addresses();
        try (ServerSocket taken =
                new ServerSocket(addresses.port(Server.REGISTRY), 1, InetAddress.ofLiteral(Addresses.HOST))) {
            assertThatThrownBy(addresses::requireFree)
                    .isInstanceOf(CannotBeDone.class)
                    .hasMessageContaining(Integer.toString(taken.getLocalPort()))
                    .hasMessageContaining(holder())
                    .hasMessageContaining("--port-offset");
        }
    }

    /** Where the system does not tell who it is, it is another program. */
    private static String holder() {
        return Files.exists(Path.of("/proc/net/tcp"))
                ? "process " + ProcessHandle.current().pid()
                : "another program";
    }
}
