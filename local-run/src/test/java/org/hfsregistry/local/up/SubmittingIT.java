package org.hfsregistry.local.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.hfsregistry.local.http.LocalHttp;
import org.hfsregistry.local.run.Server;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What docs/submitting.md tells a person to type, typed, and what it says comes of it. */
class SubmittingIT {

    private static final String TABLE =
            "type,outcomeId,revision,patientId,treatmentId,side,treatedOn,assessedOn,spasmGrade,"
                    + "spasmReductionPct,patient.sex\n";

    @TempDir
    private static Path folder;

    private static SharedRun run;
    private static ReadmeLines terminal;

    @BeforeAll
    static void open_a_terminal_in_the_project() throws Exception {
        run = SharedRun.get();
        terminal = ReadmeLines.in(folder, run);
        Files.createSymbolicLink(folder.resolve("docs"), RegistryScript.PROJECT.resolve("docs"));
    }

    @AfterAll
    static void close_it() throws Exception {
        Files.delete(folder.resolve("docs"));
    }

    @Test
    void all_its_lines_do_and_print_what_it_says() throws Exception {
        List<SubmittingBlock> blocks = SubmittingBlock.all();
        assertThat(blocks).hasSizeGreaterThan(8);
        String token = "";
        for (SubmittingBlock block : blocks) {
            if (!block.canBeTyped()) {
                continue;
            }
            String typed = terminal.typed(
                    """
                    set +e
                    export HFS_TOKEN='%s' HFS_INTAKE=%s HFS_REGISTRY=%s
                    %s
                    echo
                    echo "token $HFS_TOKEN"
                    """.formatted(token, run.at(Server.INTAKE, ""), run.at(Server.REGISTRY, ""), block.lines()));
            int end = typed.lastIndexOf("\ntoken ");
            token = typed.substring(end + "\ntoken ".length()).strip();
            assertThat(typed.substring(0, end).strip()).as(block.lines()).matches(block.pattern());
        }
        awaitOutcome("example-hospital", "2024-017", 2);
        assertThat(outcome("example-hospital", "2024-017").has("spasmReductionPct"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "submit.py | receipts: 1 registered",
                "submit.sh | \"status\":\"registered\"",
                "submit.R | receipts: 1 registered"
            })
    void every_client_submits_and_looks_the_receipts_up(String script, String said) throws Exception {
        String command = script.endsWith(".R") ? "Rscript docs/examples/" + script : "docs/examples/" + script;
        if (!new SubmittingBlock(command, "").canBeTyped()) {
            return;
        }
        String id = script.replace(".", "-");
        Files.writeString(folder.resolve(id + ".csv"), TABLE + row(id, 1, "97.5", "female"));

        assertThat(typed("%s %s.csv --submit".formatted(command, id))).contains(said);
    }

    @Test
    void a_null_in_a_higher_revision_clears_the_value() {
        Hospital hospital = new Hospital(run, "h-clearing");
        String outcome = Hospital.assessment("clear-1", 1, "80100", "t-clear-1", "E1");
        hospital.submits(
                outcome.replace("}", ",\"spasmReductionPct\":80,\"patient\":{\"sex\":\"male\",\"birthYear\":1960}}"));
        awaitOutcome("h-clearing", "t-clear-1", 1);
        assertThat(outcome("h-clearing", "t-clear-1").path("spasmReductionPct").asInt())
                .isEqualTo(80);

        hospital.submits(outcome.replace("\"revision\":1", "\"revision\":2")
                .replace("}", ",\"spasmReductionPct\":null,\"patient\":{\"sex\":null,\"birthYear\":1960}}"));

        awaitOutcome("h-clearing", "t-clear-1", 2);
        assertThat(outcome("h-clearing", "t-clear-1").has("spasmReductionPct")).isFalse();
        assertThat(outcome("h-clearing", "t-clear-1").path("patient").toString())
                .isEqualTo("{\"birthYear\":1960}");
    }

    @Test
    void an_empty_cell_in_a_higher_revision_clears_the_value() {
        Hospital hospital = new Hospital(run, "h-clearing");
        submitsTable(hospital, row("clear-2", 1, "80", "male"));
        awaitOutcome("h-clearing", "t-clear-2", 1);
        assertThat(outcome("h-clearing", "t-clear-2").at("/patient/sex").asString())
                .isEqualTo("male");

        submitsTable(hospital, row("clear-2", 2, "", ""));

        awaitOutcome("h-clearing", "t-clear-2", 2);
        assertThat(outcome("h-clearing", "t-clear-2").has("spasmReductionPct")).isFalse();
        assertThat(outcome("h-clearing", "t-clear-2").has("patient")).isFalse();
    }

    private static String row(String outcomeId, int revision, String reduction, String sex) {
        return "mvd-outcome,%s,%d,80099,t-%s,left,2021-05-03,2022-05-03,E1,%s,%s\n"
                .formatted(outcomeId, revision, outcomeId, reduction, sex);
    }

    private static void submitsTable(Hospital hospital, String row) {
        assertThat(hospital.post("/v1/outcomes/batch", "text/csv", hospital.token(), TABLE + row)
                        .response()
                        .body())
                .contains("\"accepted\":1");
    }

    private static String typed(String command) throws Exception {
        return terminal.typed("export HFS_TOKEN=%s HFS_INTAKE=%s HFS_REGISTRY=%s%n%s"
                .formatted(
                        run.tokens().hospital("h-clients"),
                        run.at(Server.INTAKE, ""),
                        run.at(Server.REGISTRY, ""),
                        command));
    }

    private static void awaitOutcome(String hospital, String treatment, int revision) {
        await().atMost(Hospital.PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> outcome(hospital, treatment).path("revision").asInt(0) == revision);
    }

    /** The one outcome of a treatment, as the registry has it. */
    private static JsonNode outcome(String hospital, String treatment) {
        return LocalHttp.get(
                        run.at(Server.REGISTRY, "/v1/treatments/" + treatment),
                        run.tokens().hospital(hospital))
                .json()
                .at("/outcomes/0/outcome");
    }
}
