package org.hfsregistry.benchmarks.analytics;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.hfsregistry.analytics.cohort.Cohort;
import org.hfsregistry.analytics.cohort.Population;

/** R's curves of recurrence, where R and its package survival are installed. */
final class RSample {

    private static final String SCRIPT = """
        library(survival)
        d <- read.csv(commandArgs(TRUE)[1])
        d$end <- factor(d$end, 0:2)
        fit <- function() survfit(Surv(days, end) ~ hospital, data = d, conf.type = "log-log")
        invisible(fit())
        cat(median(replicate(5, system.time(fit())[["elapsed"]])) * 1000)
        """;

    private RSample() {}

    /** Milliseconds that it takes; empty where R is not there. */
    static Optional<Double> ask(Population sample) throws IOException, InterruptedException {
        Path data = Files.createTempFile("sample", ".csv");
        Path script = Files.createTempFile("sample", ".R");
        try {
            Files.writeString(script, SCRIPT);
            write(sample, data);
            Process r = new ProcessBuilder("Rscript", script.toString(), data.toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String said = new String(r.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return r.waitFor() == 0 ? Optional.of(Double.parseDouble(said)) : Optional.empty();
        } catch (IOException notInstalled) {
            return Optional.empty();
        } finally {
            Files.delete(data);
            Files.delete(script);
        }
    }

    private static void write(Population sample, Path data) throws IOException {
        StringBuilder lines = new StringBuilder("hospital,days,end\n");
        sample.read(cut -> {
            cut.cohorts().forEach((hospital, cohort) -> {
                for (int row = 0; row < cohort.rows(); row++) {
                    if (cohort.isOperation(row) && cohort.spasm(row).went()) {
                        lines.append(hospital)
                                .append(',')
                                .append(cohort.usualFreeDays(row) + 1)
                                .append(',')
                                .append(end(cohort, row))
                                .append('\n');
                    }
                }
            });
            return lines;
        });
        try (BufferedWriter to = Files.newBufferedWriter(data)) {
            to.append(lines);
        }
    }

    private static int end(Cohort cohort, int row) {
        return switch (cohort.spasm(row)) {
            case RETURNED -> 1;
            case WENT_UP_TO_OTHER -> 2;
            case STAYED, STAYED_UP_TO_OTHER, WENT -> 0;
        };
    }
}
