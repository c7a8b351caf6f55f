package org.hfsregistry.local.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealsFileTest {

    private static final String SEAL = "3 17 " + "0f".repeat(32);

    @TempDir
    private Path folder;

    @Test
    void seals_are_found_in_a_log_and_beside_what_was_lost() throws IOException {
        Path file = Files.writeString(folder.resolve("seals"), """
                # a note
                2025-03-01 INFO Sealed %s (up to offset 40211)
                lost 3 1200 1349
                nothing was lost 3 12 13
                %s
                """.formatted(SEAL, SEAL));

        assertThat(new SealsFile(file).seals()).isEqualTo(List.of(SEAL, "lost 3 1200 1349"));
    }
}
