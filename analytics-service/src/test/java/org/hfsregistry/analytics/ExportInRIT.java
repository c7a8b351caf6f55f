package org.hfsregistry.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.hfsregistry.analytics.running.NetworkRegistry;
import org.hfsregistry.analytics.running.RunningAnalytics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the R script that goes with the export makes of it. */
class ExportInRIT {
    private static final String ROWS = "/v1/export/treatments";
    private static final double HALF_A_TENTH = 0.05 + 1e-9;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @RegisterExtension
    private static final NetworkRegistry network = new NetworkRegistry("export-in-r");

    private static final RunningAnalytics analytics = network.analytics();

    private static HttpResponse<String> asResearcher(RunningAnalytics of, String path) {
        return of.getAs(of.tokens().researcher(), path);
    }

    @Test
    void r_makes_the_same_numbers_of_it_as_researchers_are_told() throws Exception {
        if (rIsThere()) {
            assertThat(agreeing(analytics).keySet())
                    .contains(
                            "mvd-success network",
                            "mvd-success hospital",
                            "mvd-time-to-relief network",
                            "mvd-recurrence network",
                            "mvd-recurrence hospital",
                            "botox-relief network",
                            "botox-relief hospital",
                            "reinjection-interval hospital",
                            "botox-to-mvd hospital",
                            "medication-response network",
                            "quality-of-life network");
        }
    }

    @Test
    void r_makes_the_same_numbers_of_what_is_named_where_hospitals_are_blanked() throws Exception {
        if (rIsThere()) {
            try (RunningAnalytics strict = network.strict()) {
                assertThat(agreeing(strict).keySet())
                        .contains(
                                "mvd-success network",
                                "mvd-success hospital",
                                "mvd-recurrence hospital",
                                "botox-relief network")
                        .doesNotContain("botox-relief hospital");
            }
        }
    }

    /** How many numbers R made that the interface tells, by statistic; each is the same. */
    private static Map<String, Integer> agreeing(RunningAnalytics analytics) throws Exception {
        Path rows = Files.writeString(
                folder.resolve("rows.csv"), asResearcher(analytics, ROWS).body());
        Path script = Files.writeString(
                folder.resolve("statistics.R"),
                asResearcher(analytics, "/v1/export/r-script").body());
        Process r = new ProcessBuilder("Rscript", "--vanilla", script.toString(), rows.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String printed = new String(r.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(r.waitFor()).isZero();

        Map<String, Integer> compared = new TreeMap<>();
        Map<String, JsonNode> answers = new TreeMap<>();
        for (String line : printed.lines().toList()) {
            String[] told = line.split("\t", -1);
            JsonNode answer = answers.computeIfAbsent(
                    told[0],
                    name -> JsonMapper.shared()
                            .readTree(asResearcher(analytics, "/v1/statistics/" + name)
                                    .body()));
            Optional<JsonNode> number = number(answer, told[1], told[2]);
            if (number.isPresent()) {
                double precision = told[2].contains(".mean") ? HALF_A_TENTH : 1e-9;
                assertThat(number.get().asDouble()).as(line).isCloseTo(Double.parseDouble(told[3]), within(precision));
                compared.merge(told[0] + " " + (told[1].equals("network") ? "network" : "hospital"), 1, Integer::sum);
            }
        }
        System.out.println("Numbers of R and of the interface that agree: " + compared);
        return compared;
    }

    /** The number that the interface tells, where it does; a curve's by its day. */
    private static Optional<JsonNode> number(JsonNode answer, String group, String field) {
        JsonNode fields = group.equals("network")
                ? answer.path("network")
                : StreamSupport.stream(answer.path("groups").spliterator(), false)
                        .filter(each -> each.path("hospitalId").asString().equals(group))
                        .findFirst()
                        .orElseThrow();
        JsonNode found = fields;
        List<String> names = Arrays.asList(field.split("\\.", -1));
        if (names.getFirst().equals("curve")) {
            found = StreamSupport.stream(fields.path("curve").spliterator(), false)
                    .filter(point -> point.path("day").asString().equals(names.get(1)))
                    .findFirst()
                    .map(point -> point.path(names.get(2)))
                    .orElse(fields.path("nothing"));
        } else {
            for (String name : names) {
                found = found.path(name);
            }
        }
        return found.isNumber() ? Optional.of(found) : Optional.empty();
    }

    private static boolean rIsThere() throws InterruptedException {
        try {
            return new ProcessBuilder("Rscript", "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException notThere) {
            System.out.println("NOT RUN: the R script of the export; there is no Rscript on the PATH");
            return false;
        }
    }
}
