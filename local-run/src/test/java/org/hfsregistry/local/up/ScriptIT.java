package org.hfsregistry.local.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.hfsregistry.local.run.Server;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./registry} and its commands, as processes of a shell. */
class ScriptIT {

    @TempDir
    private Path folder;

    private static SharedRun run;

    /** What a command printed, and its exit code. */
    private record Printed(String text, int code) {}

    @BeforeAll
    static void start() throws Exception {
        run = SharedRun.get();
        System.out.println(RegistryScript.java17()
                .map(home -> "./registry is run with the Java 17 of %s first on the PATH".formatted(home))
                .orElse("NOT RUN: ./registry with a Java 17 first on the PATH; there is none beside this Java"));
    }

    @Test
    void help_and_version_need_no_run() throws Exception {
        assertThat(typed("help").code()).isZero();
        assertThat(typed("help").text()).contains("up", "token", "submit", "status", "--treatments");
        assertThat(typed("--version").text())
                .startsWith("HFS Outcomes Registry 0.")
                .contains("on Java 25");
    }

    @Test
    void a_wrong_command_is_answered_with_the_nearest_and_code_2() throws Exception {
        Printed answer = typed("stauts");

        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.text()).contains("stauts", "status");
    }

    @Test
    void a_token_is_a_line_of_three_parts_and_nothing_else() throws Exception {
        Printed token = typedForTheRun("token", "--hospital", "it-script");

        assertThat(token.code()).isZero();
        assertThat(token.text()).matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+\n");
    }

    @Test
    void status_says_that_all_is_up() throws Exception {
        Printed status = typedForTheRun("status");

        assertThat(status.code()).as(status.text()).isZero();
        assertThat(status.text())
                .contains("analytics", "intake", "registry", "issuer")
                .contains("outcomes submitted and not registered yet")
                .contains("operations")
                .contains("hospitals have numbers that everybody is told")
                .doesNotContain("DOWN");
    }

    @Test
    void submits_a_packed_file_and_shows_what_is_wrong_with_its_rows() throws Exception {
        Path file = folder.resolve("outcomes.ndjson.gz");
        String rows = IntStream.rangeClosed(1, 1_100)
                .mapToObj(i -> Hospital.assessment("a-" + i, 1, "p-" + i, "t-" + i, i == 1_050 ? "E9" : "E0"))
                .collect(Collectors.joining("\n"));
        try (OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(file))) {
            gzip.write(rows.getBytes(StandardCharsets.UTF_8));
        }

        Printed checked = typedForTheRun("submit", file.toString(), "--hospital", "it-file", "--dry-run");
        assertThat(checked.text()).contains("nothing was kept").doesNotContain("/v1/outcomes");
        Printed answer = typedForTheRun("submit", file.toString(), "--hospital", "it-file");

        assertThat(answer.code()).as("not every row was accepted").isEqualTo(1);
        assertThat(answer.text())
                .contains("1050", "a-1050", "spasmGrade")
                .contains("1,100 received, 1,099 accepted, 1 rejected")
                .contains(run.at(Server.REGISTRY, "/v1/outcomes?outcomeId=ID").toString())
                .contains("./registry token --hospital it-file --data " + run.data());
        new Hospital(run, "it-file").awaitCount(1_099, 1_099);
    }

    @Test
    void verify_proves_the_record_also_by_seals_that_were_written_down() throws Exception {
        await().atMost(Duration.ofMinutes(1))
                .until(() -> typedForTheRun("verify").text().matches("(?s).*\\d+ \\d+ [0-9a-f]{64}.*"));
        Path seals = folder.resolve("seals");
        Printed proved = typedForTheRun("verify", "--write-seals", seals.toString());
        assertThat(proved.code()).as(proved.text()).isZero();
        assertThat(proved.text()).contains("Proved: nothing was altered").contains(" documents");
        List<String> written = Files.readAllLines(seals);
        assertThat(written.subList(1, written.size()))
                .isNotEmpty()
                .allMatch(line -> line.matches("\\d+ \\d+ [0-9a-f]{64}"));

        assertThat(typedForTheRun("verify", "--seals", seals.toString()).code()).isZero();
        Path log = run.data().resolve("logs/registry.log");
        assertThat(typedForTheRun("verify", "--seals", log.toString()).code())
                .as("the log of the registry has seals")
                .isZero();

        Files.writeString(seals, "0 1 " + "0".repeat(64) + "\n" + "0 9999 " + "0".repeat(64));
        Printed another = typedForTheRun("verify", "--seals", seals.toString());
        assertThat(another.code()).isEqualTo(1);
        assertThat(another.text()).contains("NOT PROVED", "known-seal-missing", "seal 0 9999");
    }

    @Test
    void rebuild_says_how_many_documents_differ() throws Exception {
        Printed compared = typedForTheRun("rebuild");
        assertThat(compared.code()).as(compared.text()).isZero();
        assertThat(compared.text()).contains("0 of ").contains("documents differ");

        Printed replaced = typedForTheRun("rebuild", "--replace");
        assertThat(replaced.code()).as(replaced.text()).isZero();
        assertThat(replaced.text()).contains("0 were put right");
    }

    private static Printed typedForTheRun(String... arguments) throws Exception {
        return typed(Stream.concat(
                        Arrays.stream(arguments), Stream.of("--data", run.data().toString()))
                .toArray(String[]::new));
    }

    private static Printed typed(String... arguments) throws Exception {
        Process process =
                RegistryScript.with(arguments).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Printed(text, process.waitFor());
    }
}
