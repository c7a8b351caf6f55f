package org.hfsregistry.local.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hfsregistry.local.up.Hospital.assessment;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hfsregistry.local.http.LocalHttp;
import org.hfsregistry.local.run.FreePorts;
import org.hfsregistry.local.run.Server;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the services tell those who watch them: it is what docs/metrics.md says, and a real Prometheus can live on it. */
class MetricsIT {

    private static final Pattern OWN = Pattern.compile("^# TYPE (hfs_\\w+) \\w+$", Pattern.MULTILINE);
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"");
    private static final Pattern IN_CODE = Pattern.compile("`(\\w+)`");
    private static final Pattern OF_PATIENTS = Pattern.compile("\\bhfs_(?:mvd|botox)_");
    private static final Pattern METRIC = Pattern.compile("\\b(?:hfs|mongodb|process)_\\w+|\\bup\\b");

    /** Every metric has the first, a histogram the second, and Prometheus itself adds the others. */
    private static final Set<String> OF_ALL = Set.of("application", "le", "instance", "job");

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static SharedRun run;

    /** Each metric is there once what it counts has happened. */
    @BeforeAll
    static void something_happens() throws Exception {
        run = SharedRun.get();
        Hospital hospital = new Hospital(run, "it-metrics");
        hospital.submits(assessment("m-1", 1, "4711", "t-1", "E0"));
        hospital.submits(assessment("m-1", 1, "4711", "t-1", "E3"));
        hospital.post("/v1/outcomes", "application/json", hospital.token(), "{}");
        // one that started from the file of its columns has asked the store for nothing yet
        LocalHttp.get(run.at(Server.ANALYTICS, "/v1/snapshots"));
        await().atMost(PATIENCE)
                .until(() -> exposed()
                        .keySet()
                        .containsAll(Set.of("hfs_registry_quarantined_total", "hfs_registry_quarantine_open")));
    }

    @Test
    void each_metric_is_documented_with_its_labels() throws IOException {
        Map<String, Set<String>> exposed = exposed();
        Map<String, Set<String>> documented = documented();

        assertThat(documented).containsAllEntriesOf(exposed);
        // what tells of patients is there only where it is shown to everybody, which other tests' outcomes may change
        documented.values().removeIf(labels -> labels.contains("hospital"));
        assertThat(exposed).containsAllEntriesOf(documented);
        assertThat(exposed).containsKey("hfs_mvd_success_n");
    }

    @Test
    void no_label_names_what_a_hospital_sent() {
        assertThat(Stream.of(Server.INTAKE, Server.REGISTRY, Server.ANALYTICS)
                        .flatMap(server -> scrape(server).lines())
                        .map(MetricsIT::withoutItsValue))
                .noneMatch(
                        series -> series.contains("4711") || series.contains("\"m-1\"") || series.contains("\"t-1\""));
    }

    @Test
    void prometheus_finds_what_each_alert_looks_at(@TempDir Path folder) throws Exception {
        if (!isInstalled("prometheus")) {
            System.out.println("NOT RUN: a real Prometheus; there is none (Debian's package prometheus)");
            return;
        }
        try (RunningPrometheus prometheus = RunningPrometheus.start(folder, run)) {
            await().atMost(PATIENCE).until(() -> prometheus.query("sum(up{job=\"hfs-registry\"})"), isOne("3"));
            List<JsonNode> rules = prometheus.rules();

            assertThat(rules).hasSizeGreaterThan(10).allSatisfy(rule -> {
                assertThat(rule.path("health").asString()).as("%s", rule).isNotEqualTo("err");
                assertThat(METRIC.matcher(rule.path("query").asString())
                                .results()
                                .map(metric -> metric.group()))
                        .as("%s", rule)
                        .isNotEmpty()
                        .allSatisfy(
                                metric -> assertThat(prometheus.query(metric)).isNotEmpty());
            });
        }
    }

    /** But for numbers of patients, which are there only where they are shown to everybody; other tests' outcomes change that. */
    @Test
    void prometheus_has_numbers_for_each_panel_of_each_board(@TempDir Path folder) throws Exception {
        if (!isInstalled("prometheus")) {
            System.out.println("NOT RUN: a real Prometheus; there is none (Debian's package prometheus)");
            return;
        }
        List<String> expressions = new ArrayList<>();
        try (Stream<Path> boards = Files.list(RegistryScript.PROJECT.resolve("deploy/grafana/boards"))) {
            for (Path board : boards.toList()) {
                expressions.addAll(
                        JsonMapper.shared().readTree(Files.readAllBytes(board)).findValuesAsString("expr"));
            }
        }
        expressions.removeIf(expression -> OF_PATIENTS.matcher(expression).find());
        try (RunningPrometheus prometheus = RunningPrometheus.start(folder, run)) {
            assertThat(expressions)
                    .hasSizeGreaterThan(80)
                    .allSatisfy(expression -> await().atMost(PATIENCE)
                            .untilAsserted(
                                    () -> assertThat(prometheus.query(expression.replace("$__rate_interval", "1m")))
                                            .as(expression)
                                            .isNotEmpty()));
        }
    }

    @Test
    void each_metric_says_which_service_it_is_of() {
        for (Server server : List.of(Server.INTAKE, Server.REGISTRY, Server.ANALYTICS)) {
            String label = "application=\"%s-service\"".formatted(server.name().toLowerCase(Locale.ROOT));
            assertThat(scrape(server).lines().filter(line -> !line.startsWith("#")))
                    .isNotEmpty()
                    .allMatch(line -> line.contains(label));
        }
    }

    private static Predicate<List<String>> isOne(String value) {
        return found -> found.equals(List.of(value));
    }

    static boolean isInstalled(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /** The registry's own metrics with the labels of each. */
    private static Map<String, Set<String>> exposed() {
        Map<String, Set<String>> labels = new TreeMap<>();
        for (Server server : List.of(Server.INTAKE, Server.REGISTRY, Server.ANALYTICS)) {
            String told = scrape(server);
            OWN.matcher(told)
                    .results()
                    .map(type -> type.group(1))
                    .filter(name -> !name.endsWith("_max"))
                    .forEach(name -> labels.put(name, labels(name, told)));
        }
        return labels;
    }

    private static Set<String> labels(String metric, String told) {
        return told.lines()
                .filter(line -> line.startsWith(metric + "{") || line.startsWith(metric + "_"))
                .flatMap(line -> LABEL.matcher(line).results())
                .map(label -> label.group(1))
                .filter(label -> !OF_ALL.contains(label))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, Set<String>> documented() throws IOException {
        Map<String, Set<String>> labels = new TreeMap<>();
        Files.readString(RegistryScript.PROJECT.resolve("docs/metrics.md"))
                .lines()
                .filter(line -> line.startsWith("| `hfs_"))
                .map(line -> line.split("\\|", -1))
                .forEach(cells -> inCode(cells[1]).forEach(metric -> labels.put(metric, inCode(cells[2]))));
        return labels;
    }

    private static Set<String> inCode(String cell) {
        return IN_CODE.matcher(cell)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A value may be any digits. */
    private static String withoutItsValue(String line) {
        return line.substring(0, line.lastIndexOf(' '));
    }

    private static String scrape(Server server) {
        return LocalHttp.get(run.at(server, "/actuator/prometheus")).text();
    }

    /** Debian's Prometheus with the project's own file, but for where the services are. */
    private record RunningPrometheus(Process process, URI address) implements AutoCloseable {

        static RunningPrometheus start(Path folder, SharedRun run) throws IOException {
            Path deployed = RegistryScript.PROJECT.resolve("deploy/prometheus");
            Files.copy(deployed.resolve("alerts.yml"), folder.resolve("alerts.yml"));
            String settings = Files.readString(deployed.resolve("prometheus.yml"))
                    .replace("scrape_interval: 15s", "scrape_interval: 1s\n  evaluation_interval: 1s");
            for (Server server : List.of(Server.INTAKE, Server.REGISTRY, Server.ANALYTICS)) {
                settings = settings.replace(
                        server.name().toLowerCase(Locale.ROOT) + ":" + server.usualPort(),
                        run.addresses().of(server).getAuthority());
            }
            Files.writeString(folder.resolve("prometheus.yml"), settings);
            URI address = FreePorts.addresses().of(Server.ANALYTICS);
            Process process = new ProcessBuilder(
                            "prometheus",
                            "--config.file=" + folder.resolve("prometheus.yml"),
                            "--storage.tsdb.path=" + folder.resolve("data"),
                            "--web.listen-address=" + address.getAuthority())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("prometheus.log").toFile())
                    .start();
            await().atMost(PATIENCE).until(() -> LocalHttp.isGood(address.resolve("/-/ready")));
            return new RunningPrometheus(process, address);
        }

        /** The values that an expression has now. */
        List<String> query(String expression) {
            return get("/api/v1/query?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8))
                    .at("/data/result")
                    .valueStream()
                    .map(series -> series.at("/value/1").asString())
                    .toList();
        }

        List<JsonNode> rules() {
            return get("/api/v1/rules")
                    .at("/data/groups")
                    .valueStream()
                    .flatMap(group -> group.path("rules").valueStream())
                    .toList();
        }

        private JsonNode get(String path) {
            return LocalHttp.get(address.resolve(path)).json();
        }

        @Override
        public void close() {
            process.destroy();
            process.onExit().join();
        }
    }
}
