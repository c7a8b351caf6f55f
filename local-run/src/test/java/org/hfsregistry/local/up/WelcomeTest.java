package org.hfsregistry.local.up;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.hfsregistry.local.run.Addresses;
import org.hfsregistry.local.run.RunFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WelcomeTest {

    @TempDir
    private Path folder;

    @Test
    void each_line_to_type_names_the_run_that_it_is_for() {
        List<String> lines = new Welcome(new Addresses(100), new RunFolder(folder), " --data here").lines();

        assertThat(lines)
                .filteredOn(line -> line.contains("./registry "))
                .hasSize(5)
                .allMatch(line -> line.contains(" --data here"));
        assertThat(lines).filteredOn(line -> line.contains("http")).allMatch(line -> line.matches(".*:81[78]\\d.*"));
    }

    @Test
    void three_things_to_do_are_numbered_and_the_last_line_says_how_it_ends() {
        List<String> lines = new Welcome(new Addresses(0), new RunFolder(folder), "").lines();

        assertThat(lines).filteredOn(line -> line.matches("[1-9]\\. .*")).hasSize(3);
        assertThat(lines).last().asString().startsWith("Ctrl-C stops it");
    }
}
