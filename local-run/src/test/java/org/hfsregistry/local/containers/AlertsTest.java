package org.hfsregistry.local.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hfsregistry.local.containers.Compose.PROJECT;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Each alert is explained, and shown to fire and not to fire. */
class AlertsTest {

    private static final Path FOLDER = PROJECT.resolve("deploy/prometheus");
    private static final Pattern SECTION = Pattern.compile("^## (\\w+)$", Pattern.MULTILINE);

    @Test
    void each_alert_has_its_section_in_the_runbook() throws IOException {
        List<String> sections = SECTION.matcher(Files.readString(PROJECT.resolve("docs/runbook.md")))
                .results()
                .map(section -> section.group(1))
                .toList();

        assertThat(sections)
                .containsExactlyElementsOf(alerts().map(AlertsTest::name).toList());
    }

    @Test
    void each_alert_says_how_urgent_it_is_and_what_is_wrong() throws IOException {
        assertThat(alerts())
                .isNotEmpty()
                .allSatisfy(alert ->
                        assertThat(alert.at("/labels/severity").asString()).isIn("page", "ticket"))
                .allSatisfy(alert ->
                        assertThat(alert.at("/annotations/summary").asString()).isNotBlank());
    }

    @Test
    void each_alert_is_seen_to_fire_and_not_to_fire() throws IOException {
        Set<String> fire = new TreeSet<>();
        Set<String> quiet = new TreeSet<>();
        for (Path file : tests()) {
            Compose.yaml(file)
                    .path("tests")
                    .valueStream()
                    .flatMap(test -> test.path("alert_rule_test").valueStream())
                    .forEach(seen -> (seen.path("exp_alerts").isEmpty() ? quiet : fire)
                            .add(seen.path("alertname").asString()));
        }

        Set<String> all = alerts().map(AlertsTest::name).collect(Collectors.toCollection(TreeSet::new));
        assertThat(fire).isEqualTo(all);
        // of these two a test shows in one go what fires and what does not, by other labels
        quiet.addAll(Set.of("HfsServiceFlaps", "HfsQuarantineGrows"));
        assertThat(quiet).isEqualTo(all);
    }

    @Test
    void promtool_agrees() throws IOException, InterruptedException {
        if (!Promtool.isInstalled()) {
            System.out.println("NOT RUN: the tests of the alerts; there is no promtool (Debian's package prometheus)");
            return;
        }
        assertThat(Promtool.run(FOLDER, Stream.of("check", "config", "prometheus.yml")))
                .contains("SUCCESS");
        assertThat(Promtool.run(
                        FOLDER,
                        Stream.concat(
                                Stream.of("test", "rules"),
                                tests().stream().map(file -> file.getFileName().toString()))))
                .contains("SUCCESS");
    }

    private static List<Path> tests() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith("_test.yml"))
                    .sorted()
                    .toList();
        }
    }

    private static Stream<JsonNode> alerts() throws IOException {
        return Compose.yaml(FOLDER.resolve("alerts.yml"))
                .path("groups")
                .valueStream()
                .flatMap(group -> group.path("rules").valueStream());
    }

    private static String name(JsonNode alert) {
        return alert.path("alert").asString();
    }
}
