package org.hfsregistry.local.up;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    void what_the_clients_of_the_examples_take_is_set_to_the_addresses_of_the_run() throws IOException {
        String exports = new Welcome(new Addresses(100), new RunFolder(folder), "")
                .lines().stream().filter(line -> line.startsWith("  export ")).collect(Collectors.joining());
        Set<String> taken = new TreeSet<>();
        try (Stream<Path> examples = Files.list(RegistryScript.PROJECT.resolve("docs/examples"))) {
            for (Path example : examples.toList()) {
                Pattern.compile("HFS_[A-Z]+")
                        .matcher(Files.readString(example))
                        .results()
                        .map(MatchResult::group)
                        .forEach(taken::add);
            }
        }

        assertThat(taken).isNotEmpty().allSatisfy(name -> assertThat(exports).contains(" " + name + "="));
        assertThat(exports)
                .contains("HFS_INTAKE=http://127.0.0.1:8181 ")
                .contains("HFS_REGISTRY=http://127.0.0.1:8182 ");
    }

    @Test
    void four_things_to_do_are_numbered_and_the_last_line_says_how_it_ends() {
        List<String> lines = new Welcome(new Addresses(0), new RunFolder(folder), "").lines();

        assertThat(lines).filteredOn(line -> line.matches("[1-9]\\. .*")).hasSize(4);
        assertThat(lines).last().asString().startsWith("Ctrl-C stops it");
    }
}
