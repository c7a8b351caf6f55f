package org.hfsregistry.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.hfsregistry.platform.mongodb.MongodbServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stands in for {@code mongod} by a script that waits, so it shows what is started and killed, not what a store keeps. */
class KilledMongodTest {

    @TempDir
    private Path folder;

    @Test
    void nothing_is_left_of_one_that_was_killed() throws Exception {
        try (ServerProcess store = ServerProcess.mongod(waiting(), folder)) {
            await().atMost(Duration.ofMinutes(1)).until(() -> !mongods().isEmpty());
            ProcessHandle mongod = mongods().getFirst();

            store.kill();

            assertThat(mongod.isAlive()).isFalse();
            assertThat(store.isAlive()).isFalse();
            assertThat(store.isReady()).isFalse();
        }
    }

    private List<ProcessHandle> mongods() {
        return MongodbServer.mongodsOn(folder).toList();
    }

    private Path waiting() throws Exception {
        Path script = Files.writeString(folder.resolve("waiting"), "#!/bin/sh\nwhile :; do sleep 0.1; done\n");
        return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    }
}
