package org.hfsregistry.local.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceLogTest {

    private static final String LISTED_SETTINGS = """
            2026-01-01T10:00:00.000Z  INFO 7 --- [main] o.a.k.c.p.ProducerConfig : ProducerConfig values:
            \tacks = -1
            \tsasl.jaas.config = null
            \tbatch.size = 262144

            """;

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void write_what_an_earlier_start_left() throws IOException {
        file = Files.writeString(folder.resolve("intake.log"), "ERROR of an earlier start\n");
    }

    @Test
    void shows_the_error_with_its_causes_and_neither_stacks_nor_settings() throws IOException {
        ServiceLog log = ServiceLog.from(file);
        write(LISTED_SETTINGS + """
                2026-01-01T10:00:01.000Z ERROR 7 --- [main] o.s.boot.SpringApplication : Application run failed

                java.lang.IllegalStateException: no key
                \tat org.hfsregistry.A.a(A.java:1)
                Caused by: java.nio.file.NoSuchFileException: key
                \t... 7 common frames omitted
                """ + LISTED_SETTINGS);

        assertThat(log.lastWords())
                .containsExactly(
                        "2026-01-01T10:00:01.000Z ERROR 7 --- [main] o.s.boot.SpringApplication : Application run failed",
                        "java.lang.IllegalStateException: no key",
                        "Caused by: java.nio.file.NoSuchFileException: key",
                        "2026-01-01T10:00:00.000Z  INFO 7 --- [main] o.a.k.c.p.ProducerConfig : ProducerConfig values:");
    }

    @Test
    void shows_the_last_lines_where_there_is_no_error() throws IOException {
        ServiceLog log = ServiceLog.from(file);
        write(IntStream.range(0, 40).mapToObj(i -> "INFO line " + i + "\n").collect(Collectors.joining()));
        write(LISTED_SETTINGS);

        assertThat(log.lastWords())
                .hasSize(10)
                .startsWith("INFO line 31")
                .doesNotContain("\tacks = -1", "ERROR of an earlier start");
    }

    @Test
    void a_start_that_wrote_nothing_has_no_last_words() {
        assertThat(ServiceLog.from(file).lastWords()).isEmpty();
        assertThat(ServiceLog.from(folder.resolve("none.log")).size()).isZero();
    }

    private void write(String lines) throws IOException {
        Files.writeString(file, lines, StandardOpenOption.APPEND);
    }
}
