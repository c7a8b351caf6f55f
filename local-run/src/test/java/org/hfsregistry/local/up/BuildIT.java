package org.hfsregistry.local.up;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./registry} builds, and when: in a project of its own, with a Maven that makes empty jars when it is told to. */
class BuildIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String MAVEN = """
            #!/bin/sh
            echo begin >>maven.log
            for tenth in $(seq 600); do [ -e go ] && break; sleep 0.1; done
            for module in intake-service registry-service analytics-service local-run; do
              mkdir -p $module/target
              : >$module/target/$module-1.jar
            done
            echo end >>maven.log
            """;

    @TempDir
    private Path project;

    private final List<Process> started = new ArrayList<>();

    @BeforeEach
    void copy() throws IOException {
        Files.createDirectories(project.resolve("docs"));
        for (String file : List.of("registry", "pom.xml", "docs/commands.txt")) {
            Files.copy(RegistryScript.PROJECT.resolve(file), project.resolve(file));
        }
        Path maven = Files.createDirectories(project.resolve("bin")).resolve("mvn");
        assertThat(Files.writeString(maven, MAVEN).toFile().setExecutable(true)).isTrue();
    }

    @AfterEach
    void end() {
        started.forEach(process -> process.descendants().forEach(ProcessHandle::destroyForcibly));
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void two_commands_at_once_build_once() throws Exception {
        Process first = typed("up", "--sample", "none");
        await().atMost(PATIENCE).until(() -> log().equals(List.of("begin")));

        Process second = typed("token", "--admin");
        assertThat(second.errorReader(UTF_8).readLine()).contains("waiting for it");
        assertThat(second.isAlive()).isTrue();
        Files.createFile(project.resolve("go"));

        assertThat(first.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(second.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(log()).containsExactly("begin", "end");
    }

    @Test
    void what_is_built_is_built_anew_only_for_a_start_on_newer_sources() throws Exception {
        Files.createFile(project.resolve("go"));
        assertThat(typed("status").waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(typed("up").waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(log()).as("once, by the first").containsExactly("begin", "end");

        Path source = Files.createDirectories(project.resolve("some-module/src/main/java"))
                .resolve("New.java");
        Files.createFile(source);
        Path built = project.resolve("local-run/target/built");
        Files.setLastModifiedTime(
                source,
                FileTime.from(Files.getLastModifiedTime(built).toInstant().plusSeconds(1)));
        assertThat(typed("help").waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(log()).as("help takes what there is").hasSize(2);
        assertThat(typed("up").waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(log()).containsExactly("begin", "end", "begin", "end");
    }

    @Test
    void help_and_version_build_nothing() throws Exception {
        Process help = typed("help");
        assertThat(new String(help.getInputStream().readAllBytes(), UTF_8))
                .isEqualTo(Files.readString(RegistryScript.PROJECT.resolve("docs/commands.txt")));
        assertThat(help.waitFor()).isZero();

        Process version = typed("--version");
        assertThat(new String(version.getInputStream().readAllBytes(), UTF_8))
                .matches("HFS Outcomes Registry \\d\\S*\n");
        assertThat(version.waitFor()).isZero();
        assertThat(project.resolve("maven.log")).doesNotExist();
    }

    private Process typed(String... arguments) throws IOException {
        ProcessBuilder command = RegistryScript.inItsEnvironment(new ProcessBuilder());
        command.environment().merge("PATH", project.resolve("bin").toString(), (path, own) -> own + ":" + path);
        command.command().add(project.resolve("registry").toString());
        command.command().addAll(List.of(arguments));
        Process process = command.start();
        started.add(process);
        return process;
    }

    private List<String> log() throws IOException {
        Path log = project.resolve("maven.log");
        return Files.exists(log) ? Files.readAllLines(log) : List.of();
    }
}
