package org.hfsregistry.platform.mongodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.hfsregistry.platform.machine.ServerUnavailable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MongodProcessTest {

    @TempDir
    private Path folder;

    @Test
    void says_that_the_executable_is_missing_and_what_to_set() {
        MongodbServer mongod = MongodbServer.mongod(folder.resolve("nowhere"), folder);

        assertThatExceptionOfType(ServerUnavailable.class)
                .isThrownBy(mongod::start)
                .withMessageContaining(folder.resolve("nowhere") + " can't be started")
                .withMessageContaining("set HFS_MONGOD");
    }

    @Test
    void does_not_wait_for_one_that_ends_and_points_to_what_it_said() throws Exception {
        MongodbServer mongod = MongodbServer.mongod(script("echo unsupported CPU; exit 1"), folder);

        assertThatExceptionOfType(ServerUnavailable.class)
                .isThrownBy(mongod::start)
                .withMessageContaining("ends at once")
                .withMessageContaining(folder.resolve("mongod.log").toString());
        assertThat(folder.resolve("mongod.log")).hasContent("unsupported CPU");
    }

    @Test
    void is_told_to_listen_on_the_loopback_address_with_its_own_data_as_a_replica_set() throws Exception {
        MongodbServer mongod = MongodbServer.mongod(script("echo \"$@\""), folder);

        assertThatExceptionOfType(ServerUnavailable.class).isThrownBy(mongod::start);
        assertThat(folder.resolve("mongod.log"))
                .content()
                .contains("--dbpath " + folder.resolve("mongod"))
                .contains("--bind_ip 127.0.0.1 --port " + mongod.uri().replaceAll(".*127.0.0.1:(\\d+)/.*", "$1"))
                .contains("--replSet hfs");
    }

    @Test
    void ends_the_one_that_a_killed_run_left_on_its_data() throws Exception {
        Path waiting = script("while :; do sleep 0.1; done");
        Process left = new ProcessBuilder(
                        waiting.toString(), "--dbpath", folder.resolve("mongod").toString())
                .start();
        Process another = new ProcessBuilder(
                        waiting.toString(), "--dbpath", folder.resolve("other").toString())
                .start();
        try {
            startInVain();

            assertThat(left.isAlive()).isFalse();
            assertThat(another.isAlive()).isTrue();
        } finally {
            left.destroy();
            another.destroy();
        }
    }

    private void startInVain() {
        MongodbServer mongod = MongodbServer.mongod(folder.resolve("nowhere"), folder);
        assertThatExceptionOfType(ServerUnavailable.class).isThrownBy(mongod::start);
    }

    private Path script(String line) throws Exception {
        Path script = Files.writeString(folder.resolve("fake-mongod"), "#!/bin/sh\n" + line + "\n");
        return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    }
}
