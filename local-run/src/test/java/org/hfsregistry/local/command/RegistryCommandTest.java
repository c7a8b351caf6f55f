package org.hfsregistry.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
                .contains("up", "token", "submit", "demo", "status", "verify", "rebuild")
                .contains("--rate")
                .contains("--seals", "--write-seals", "--replace")
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
        assertThat(err.toString()).contains("There is no command sumbit; did you mean submit? There are up, ");
    }

    @Test
    void an_unknown_command_that_is_near_none_is_answered_with_those_there_are() {
        assertThat(execute("fnord")).isEqualTo(2);
        assertThat(err.toString())
                .contains(
                        "There is no command fnord. There are up, token, submit, demo, status, verify, rebuild, help.")
                .doesNotContain("did you mean", "Unmatched");
        assertThat(execute("help", "sumbit")).isEqualTo(2);
        assertThat(err.toString()).contains("There is no command sumbit; did you mean submit?");
    }

    @Test
    void the_list_of_commands_tells_each_in_whole_sentences() {
        assertThat(execute("--help")).isZero();
        String list = out.toString().substring(out.toString().indexOf("Commands:"));
        assertThat(list.lines().skip(1).takeWhile(line -> !line.isBlank())).allMatch(line -> line.endsWith("."));
    }

    @Test
    void what_is_shown_before_anything_is_built_is_the_help() throws IOException {
        assertThat(execute("help")).isZero();
        assertThat(Path.of("../docs/commands.txt"))
                .as("./registry help > docs/commands.txt")
                .hasContent(out.toString());
    }

    @Test
    void an_unknown_option_is_answered_with_the_nearest() {
        assertThat(execute("up", "--port-ofset", "3")).isEqualTo(2);
        assertThat(err.toString()).contains("--port-ofset").contains("Possible solutions: --port-offset");
    }

    @Test
    void an_unknown_choice_is_answered_with_those_there_are() {
        assertThat(execute("up", "--sample", "foo")).isEqualTo(2);
        assertThat(err.toString()).contains("--sample", "'foo' is none of published, network, none");

        assertThat(execute("up", "--servers", "foo")).isEqualTo(2);
        assertThat(err.toString()).contains("--servers", "'foo' is none of embedded, mongod, docker");

        assertThat(execute("submit", "a.csv", "--type", "mvd")).isEqualTo(2);
        assertThat(err.toString()).contains("--type", "'mvd' is none of mvd-outcome, ");
    }

    @Test
    void a_network_of_too_few_treatments_is_refused() {
        assertThat(execute("up", "--data", folder.toString(), "--sample", "Network", "--treatments", "119"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("119").contains("--treatments 120");
        err.getBuffer().setLength(0);
        assertThat(execute("demo", "--data", folder.toString(), "--treatments", "119"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("119").contains("--treatments 120");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "10001"})
    void a_rate_that_cannot_be_played_is_refused(String rate) {
        assertThat(execute("demo", "--data", folder.toString(), "--rate", rate)).isEqualTo(1);
        assertThat(err.toString()).contains(rate).contains("--rate 1 to 10000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "my hospital", "St.-Elsewhere/2", "klinikum-mit-einem-sehr-langen-namen", "züri"})
    void an_id_that_no_hospital_can_have_is_refused(String id) {
        assertThat(execute("token", "--hospital", id)).isEqualTo(2);
        assertThat(err.toString()).contains("'" + id + "' is no hospital id").contains("1 to 32");

        assertThat(execute("submit", "some.ndjson", "--hospital", id)).isEqualTo(2);
    }

    @Test
    void what_an_admin_is_for_is_said() {
        assertThat(execute("help", "token")).isZero();
        assertThat(out.toString()).containsIgnoringWhitespaces("?hospitalId=ID");
    }

    @Test
    void the_version_is_said_with_that_of_java() {
        assertThat(execute("--version")).isZero();
        assertThat(out.toString()).startsWith("HFS Outcomes Registry ").contains("on Java 25");
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
        for (String command : new String[] {"status", "demo", "token --admin", "verify", "rebuild --replace"}) {
            err.getBuffer().setLength(0);
            assertThat(execute((command + " --data " + folder).split(" "))).isEqualTo(1);
            assertThat(err.toString()).contains("Nothing runs").contains(folder.toString());
        }
    }

    @Test
    void a_table_needs_its_hospital_to_be_named() throws IOException {
        Path csv = Files.writeString(folder.resolve("outcomes.csv"), "type,outcomeId,hospitalId\nretraction,o-2,h\n");

        assertThat(execute("submit", csv.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("--hospital");
    }

    @Test
    void a_file_without_a_hospital_needs_one_to_be_named() throws IOException {
        Path file = Files.writeString(folder.resolve("outcomes.ndjson"), "{\"type\":\"mvd-outcome\"}\n");

        assertThat(execute("submit", file.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("--hospital");
    }

    @Test
    void a_file_without_seals_is_no_file_of_seals() throws IOException {
        Path file = Files.writeString(folder.resolve("seals"), "3 17 abc\n");

        for (String command : new String[] {"verify", "rebuild"}) {
            assertThat(execute(command, "--seals", file.toString())).isEqualTo(1);
            assertThat(err.toString()).contains(file + " has no seals");
            err.getBuffer().setLength(0);
        }
        assertThat(execute("verify", "--seals", folder.resolve("none").toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("none can't be read");
    }

    @Test
    void a_file_that_is_not_there_is_named() {
        assertThat(execute("submit", folder.resolve("none").toString())).isEqualTo(1);
        assertThat(err.toString())
                .contains("no such file: " + folder.resolve("none"))
                .doesNotContain("Exception");
    }

    @Test
    void outcomes_over_several_lines_are_refused_with_the_way_to_mend_them() throws IOException {
        Path pretty = Files.writeString(folder.resolve("pretty.json"), """
                {
                  "type": "mvd-outcome"
                }
                """);

        assertThat(execute("submit", pretty.toString(), "--hospital", "h")).isEqualTo(1);
        assertThat(err.toString()).contains("goes over several lines").contains("jq -c . " + pretty);
    }

    private int execute(String... arguments) {
        CommandLine line = RegistryCommand.create();
        return line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(arguments);
    }
}
