package org.hfsregistry.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What is told on the command line, without a benchmark being run. */
class BenchmarksTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int execute(String... arguments) {
        CommandLine line = Benchmarks.create();
        line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        return line.execute(arguments);
    }

    @ParameterizedTest
    @CsvSource({
        "intake, --posts",
        "registry, --followers",
        "verify, --entries",
        "lag, --connections",
        "analytics, --sample",
        "pages, --treatments",
        "soak, --minutes",
        "json, JMH"
    })
    void each_benchmark_tells_its_options(String benchmark, String option) {
        assertThat(execute(benchmark, "--help")).isZero();
        assertThat(out.toString()).startsWith("Usage: benchmarks " + benchmark).contains(option, "--help");
        assertThat(err.toString()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"intake", "registry", "verify", "lag", "analytics", "pages", "soak"})
    void a_wrong_option_is_told_in_one_line(String benchmark) {
        assertThat(execute(benchmark, "--wrong", "1")).isEqualTo(2);
        assertThat(err.toString().lines()).singleElement().asString().contains(benchmark, "--wrong");
        assertThat(out.toString()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"lag, --rate, many", "soak, --minutes, 2", "verify, --entries, ''"})
    void a_value_that_does_not_fit_is_told_in_one_line(String benchmark, String option, String value) {
        assertThat(execute(benchmark, option, value)).isEqualTo(2);
        assertThat(err.toString().lines()).singleElement().asString().contains(benchmark, option);
    }

    @Test
    void a_benchmark_that_is_not_there_is_told_in_one_line() {
        assertThat(execute("bogus")).isEqualTo(2);
        assertThat(err.toString().lines()).singleElement().asString().contains("bogus");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--help", "help"})
    void without_a_benchmark_all_are_told(String argument) {
        assertThat(argument.isEmpty() ? execute() : execute(argument)).isZero();
        assertThat(out.toString())
                .contains(
                        "json", "intake", "registry", "verify", "lag", "analytics", "pages", "soak", "HFS_MONGODB_URI");
    }
}
