package org.hfsregistry.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class RegistryCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void help_explains_every_command_and_option() {
        assertThat(execute("help")).isZero();
        assertThat(out.toString())
                .contains("up", "token", "submit", "status")
                .contains("--data", "--port-offset", "--sample", "--servers")
                .contains("--hospital", "--researcher", "--admin", "--dry-run");
    }

    @Test
    void help_of_a_command_is_of_that_command_only() {
        assertThat(execute("help", "token")).isZero();
        assertThat(out.toString()).contains("--researcher").doesNotContain("--port-offset");
        assertThat(execute("token", "--help")).isZero();
    }

    @Test
    void an_unknown_command_is_answered_with_the_nearest() {
        assertThat(execute("sumbit")).isEqualTo(2);
        assertThat(err.toString()).contains("sumbit").contains("Did you mean", "submit");
    }

    @Test
    void an_unknown_option_is_answered_with_the_nearest() {
        assertThat(execute("up", "--port-ofset", "3")).isEqualTo(2);
        assertThat(err.toString()).contains("--port-ofset").contains("Possible solutions: --port-offset");
    }

    @Test
    void an_unknown_sample_is_answered_with_those_there_are() {
        assertThat(execute("up", "--sample", "big")).isEqualTo(2);
        assertThat(err.toString()).contains("big").contains("published|network|none");
    }

    @Test
    void a_token_is_for_one_caller() {
        assertThat(execute("token", "--researcher", "--admin")).isEqualTo(2);
        assertThat(execute("token")).isEqualTo(2);
    }

    @Test
    void a_port_offset_beyond_the_ports_is_refused() {
        assertThat(execute("up", "--data", folder.toString(), "--port-offset", "60000"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("60000").contains("--port-offset");
    }

    @Test
    void commands_say_where_nothing_runs() {
        for (String command : new String[] {"status", "token --admin"}) {
            err.getBuffer().setLength(0);
            assertThat(execute((command + " --data " + folder).split(" "))).isEqualTo(1);
            assertThat(err.toString()).contains("Nothing runs").contains(folder.toString());
        }
    }

    @Test
    void files_of_other_formats_are_refused_before_anything_is_sent() throws IOException {
        Path array = Files.writeString(folder.resolve("array.json"), "[{}]");
        Path csv = Files.writeString(folder.resolve("outcomes.csv"), "type,outcomeId\n");

        assertThat(execute("submit", array.toString(), "--hospital", "h")).isEqualTo(1);
        assertThat(execute("submit", csv.toString(), "--hospital", "h")).isEqualTo(1);
        assertThat(err.toString()).contains("a JSON array").contains("CSV").contains("NDJSON");
    }

    @Test
    void a_file_without_a_hospital_needs_one_to_be_named() throws IOException {
        Path file = Files.writeString(folder.resolve("outcomes.ndjson"), "{\"type\":\"mvd-outcome\"}\n");

        assertThat(execute("submit", file.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("--hospital");
    }

    @Test
    void a_file_that_is_not_there_is_named() {
        assertThat(execute("submit", folder.resolve("none").toString())).isEqualTo(1);
        assertThat(err.toString()).contains(folder.resolve("none").toString());
    }

    private int execute(String... arguments) {
        CommandLine line = RegistryCommand.create();
        return line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(arguments);
    }
}
