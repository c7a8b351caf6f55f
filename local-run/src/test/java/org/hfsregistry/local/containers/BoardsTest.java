package org.hfsregistry.local.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hfsregistry.local.containers.Compose.PROJECT;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Grafana finds each board, and each panel asks for what there is. That a board looks right is not seen here. */
class BoardsTest {

    private static final Path FOLDER = PROJECT.resolve("deploy/grafana/boards");
    private static final Pattern METRIC = Pattern.compile("\\b(?:[a-z]+_\\w+|up)\\b(?!\\s*\\()");
    private static final Pattern IN_CODE = Pattern.compile("`(\\w+)`");
    private static final Pattern PART_OF_ONE = Pattern.compile("_(?:bucket|count|sum|max)$");

    @Test
    void there_is_a_board_for_the_pipeline_each_service_the_jvms_and_the_clinical_numbers() throws IOException {
        assertThat(boards())
                .containsOnlyKeys(
                        "hfs-pipeline", "hfs-intake", "hfs-registry", "hfs-analytics", "hfs-jvm", "hfs-clinical")
                .allSatisfy((name, board) ->
                        assertThat(board.path("uid").asString()).isEqualTo(name));
        assertThat(boards().values().stream().map(board -> board.path("title").asString()))
                .doesNotHaveDuplicates();
    }

    @Test
    void the_panels_of_a_board_are_told_apart_and_lie_beside_one_another() throws IOException {
        assertThat(boards()).allSatisfy((name, board) -> {
            List<JsonNode> panels = panels(board);
            assertThat(panels).extracting(panel -> panel.path("id").asInt()).doesNotHaveDuplicates();
            assertThat(panels)
                    .extracting(panel -> panel.path("title").asString())
                    .doesNotHaveDuplicates();
            assertThat(panels.stream().flatMap(BoardsTest::cells)).doesNotHaveDuplicates();
        });
    }

    @Test
    void grafana_is_told_where_boards_and_numbers_are() throws IOException {
        JsonNode provider = Compose.yaml(PROJECT.resolve("deploy/grafana/provisioning/dashboards/boards.yml"));
        JsonNode source = Compose.yaml(PROJECT.resolve("deploy/grafana/provisioning/datasources/prometheus.yml"));

        assertThat(Compose.file().at("/services/grafana/volumes").values())
                .extracting(JsonNode::asString)
                .contains("./deploy/grafana/boards:%s:ro"
                        .formatted(provider.at("/providers/0/options/path").asString()));
        assertThat(boards().values().stream().flatMap(board -> panels(board).stream()))
                .extracting(panel -> panel.at("/datasource/uid").asString())
                .containsOnly(source.at("/datasources/0/uid").asString());
    }

    @Test
    void each_panel_asks_for_metrics_that_are_documented() throws IOException {
        Set<String> documented = Files.readString(PROJECT.resolve("docs/metrics.md"))
                .lines()
                .filter(line -> line.startsWith("| `"))
                .flatMap(line -> IN_CODE.matcher(line.split("\\|", -1)[1]).results())
                .map(name -> name.group(1))
                .collect(Collectors.toSet());

        assertThat(expressions())
                .hasSizeGreaterThan(100)
                .allSatisfy(expression -> assertThat(
                                METRIC.matcher(expression).results().map(found -> found.group()))
                        .as(expression)
                        .isNotEmpty()
                        .allMatch(metric -> documented.contains(metric)
                                || documented.contains(
                                        PART_OF_ONE.matcher(metric).replaceFirst(""))));
    }

    @Test
    void promtool_can_read_each_expression(@TempDir Path folder) throws IOException, InterruptedException {
        if (!Promtool.isInstalled()) {
            System.out.println("NOT RUN: the boards' expressions; there is no promtool (Debian's package prometheus)");
            return;
        }
        List<String> expressions = expressions();
        List<Map<String, String>> rules = Stream.iterate(0, each -> each + 1)
                .limit(expressions.size())
                .map(each -> Map.of(
                        "record", "panel:" + each, "expr", expressions.get(each).replace("$__rate_interval", "1m")))
                .toList();
        Files.writeString(
                folder.resolve("panels.yml"),
                JsonMapper.shared()
                        .writeValueAsString(Map.of("groups", List.of(Map.of("name", "panels", "rules", rules)))));

        assertThat(Promtool.run(folder, Stream.of("check", "rules", "panels.yml")))
                .contains("SUCCESS: %d rules found".formatted(expressions.size()));
    }

    private static Map<String, JsonNode> boards() throws IOException {
        Map<String, JsonNode> boards = new TreeMap<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.toList()) {
                boards.put(
                        file.getFileName().toString().replace(".json", ""),
                        JsonMapper.shared().readTree(Files.readAllBytes(file)));
            }
        }
        return boards;
    }

    private static List<JsonNode> panels(JsonNode board) {
        return List.copyOf(board.path("panels").values());
    }

    /** The places of Grafana's grid, 24 wide, that a panel takes. */
    private static Stream<String> cells(JsonNode panel) {
        JsonNode place = panel.path("gridPos");
        int left = place.path("x").asInt();
        int top = place.path("y").asInt();
        int right = left + place.path("w").asInt();
        assertThat(right).isBetween(left + 1, 24);
        return Stream.iterate(left, x -> x < right, x -> x + 1)
                .flatMap(x -> Stream.iterate(top, y -> y + 1)
                        .limit(place.path("h").asInt())
                        .map(y -> x + " " + y));
    }

    private static List<String> expressions() throws IOException {
        return boards().values().stream()
                .flatMap(board -> board.findValuesAsString("expr").stream())
                .toList();
    }
}
