package org.hfsregistry.local.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hfsregistry.contract.topic.Topics;
import org.hfsregistry.local.run.Server;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The manifests for Kubernetes are what its API takes, and fit the services, as far as that can be read. */
class ManifestsTest {

    private static final List<String> SERVICES =
            Compose.BUILT.stream().map(Compose::name).toList();

    /** Read by Spring Boot itself; that health and metrics then have a port of their own was tried by hand. */
    private static final Set<String> OF_SPRING_BOOT = Set.of(
            "spring.config.import",
            "management.server.port",
            "server.forward-headers-strategy",
            "logging.structured.format.console");

    /** What MongoDB's operator reads of what is said to it here; no class for its kind is to be had. */
    private static final Set<String> OF_THE_STORE = Set.of(
            "type",
            "members",
            "version",
            "security",
            "authentication",
            "modes",
            "users",
            "name",
            "db",
            "roles",
            "role",
            "privileges",
            "resource",
            "collection",
            "actions",
            "passwordSecretRef",
            "scramCredentialsSecretName",
            "connectionStringSecretName",
            "statefulSet");

    @BeforeAll
    static void say_what_this_is_not() {
        System.out.println("NOT RUN: a cluster, its operators and its network policies; their files are read only");
    }

    @Test
    void the_api_knows_each_field_of_each_document() throws IOException {
        assertThat(Manifests.documents())
                .hasSizeGreaterThan(20)
                .filteredOn(document -> !Manifests.kind(document).equals(Manifests.STORE))
                .allSatisfy(document -> assertThat(
                                Manifests.apiVersions(Manifests.strict(document).getClass()))
                        .contains(document.path("apiVersion").asString()));
        assertThat(Manifests.statefulSet(Manifests.store())
                        .getTemplate()
                        .getSpec()
                        .getContainers())
                .hasSize(1);
        assertThat(namesBelow(Manifests.store().path("spec"))).isSubsetOf(OF_THE_STORE);
    }

    @Test
    void a_field_that_the_api_does_not_know_is_refused() {
        JsonNode misspelt = Manifests.documents("""
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: a}
            spec: {template: {spec: {containers: [{name: a, readynessProbe: {}}]}}}
            """).getFirst();

        assertThatThrownBy(() -> Manifests.strict(misspelt))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("readynessProbe");
    }

    @Test
    void kustomize_puts_the_example_together() throws IOException, InterruptedException {
        if (!isInstalled("kubectl")) {
            System.out.println("NOT RUN: kustomize; there is no kubectl");
            return;
        }
        Process process = new ProcessBuilder("kubectl", "kustomize", "overlays/example")
                .directory(Manifests.FOLDER.toFile())
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();

        assertThat(Manifests.documents(printed))
                .hasSizeGreaterThan(20)
                .filteredOn(document -> !Manifests.kind(document).equals(Manifests.STORE))
                .allSatisfy(Manifests::strict);
        assertThat(printed).contains("image: registry.example.org/hfs/intake:0.1.0");
    }

    @Test
    void kustomize_is_told_of_each_file() throws IOException {
        for (String folder : List.of("base", "overlays/example")) {
            Path place = Manifests.FOLDER.resolve(folder);
            assertThat(Manifests.kustomization(folder)
                            .path("resources")
                            .valueStream()
                            .map(resource -> place.resolve(resource.asString()).normalize()))
                    .filteredOn(resource -> resource.toString().endsWith(".yaml"))
                    .containsExactlyInAnyOrderElementsOf(Manifests.files().stream()
                            .filter(file -> place.equals(file.getParent()))
                            .toList());
        }
    }

    @Test
    void services_are_told_what_they_read() throws IOException {
        for (Server server : Compose.BUILT) {
            Set<String> known = Settings.known(server);
            OF_SPRING_BOOT.forEach(name -> known.add(Settings.canonical(name)));
            Stream<String> told = Stream.of(
                            Manifests.literals().map(literal -> literal.split("=", 2)[0]),
                            Manifests.container(server).getEnv().stream().map(variable -> variable.getName()),
                            Manifests.secretFiles(server).filter(file -> file.contains(".")),
                            Manifests.patched(server))
                    .flatMap(names -> names);

            assertThat(told.map(Settings::canonical))
                    .as(Compose.name(server))
                    .hasSizeGreaterThan(10)
                    .isSubsetOf(known);
        }
    }

    @Test
    void each_container_is_shut_in() throws IOException {
        for (Server server : Compose.BUILT) {
            PodSpec pod = Manifests.pod(server);
            Container container = Manifests.container(server);
            assertThat(pod.getAutomountServiceAccountToken()).isFalse();
            assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
            assertThat(Compose.dockerfile(server))
                    .contains(
                            "USER %1$d:%1$d".formatted(pod.getSecurityContext().getRunAsUser()));
            assertThat(pod.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
            assertThat(container.getSecurityContext().getReadOnlyRootFilesystem())
                    .isTrue();
            assertThat(container.getSecurityContext().getAllowPrivilegeEscalation())
                    .isFalse();
            assertThat(container.getSecurityContext().getCapabilities().getDrop())
                    .containsExactly("ALL");
            assertThat(container.getResources().getLimits()).containsKey("memory");
            assertThat(container.getResources().getRequests()).containsKeys("cpu", "memory");
        }
    }

    @Test
    void each_service_is_asked_how_it_is_and_ends_in_peace() throws IOException {
        for (Server server : Compose.BUILT) {
            Container container = Manifests.container(server);
            assertThat(container.getPorts())
                    .extracting(port -> port.getName() + " " + port.getContainerPort())
                    .containsExactly(
                            "http " + server.usualPort(), "management " + Manifests.shared("MANAGEMENT_SERVER_PORT"));
            assertThat(List.of(
                            container.getStartupProbe(), container.getLivenessProbe(), container.getReadinessProbe()))
                    .allMatch(probe -> probe.getHttpGet().getPort().getStrVal().equals("management"))
                    .extracting(probe -> probe.getHttpGet().getPath())
                    .containsExactly(
                            "/actuator/health/liveness", "/actuator/health/liveness", "/actuator/health/readiness");
            // ten for others to learn of it, thirty for requests under way at most
            assertThat(Manifests.pod(server).getTerminationGracePeriodSeconds())
                    .isGreaterThan(
                            container.getLifecycle().getPreStop().getSleep().getSeconds() + 30);
        }
    }

    @Test
    void one_of_each_goes_at_a_time_and_no_registry_is_idle() throws IOException {
        assertThat(Manifests.all(PodDisruptionBudget.class))
                .extracting(budget -> budget.getMetadata().getName())
                .containsAll(SERVICES)
                .contains("hfs-store");
        assertThat(Manifests.all(Service.class))
                .allSatisfy(service -> assertThat(service.getSpec().getPorts()).hasSize(1))
                .extracting(service -> service.getMetadata().getName())
                .containsExactlyInAnyOrderElementsOf(SERVICES);
        HorizontalPodAutoscaler registry = Manifests.all(HorizontalPodAutoscaler.class).stream()
                .filter(each -> each.getSpec().getScaleTargetRef().getName().equals("registry"))
                .findFirst()
                .orElseThrow();
        int followers = Compose.configuration(Server.REGISTRY)
                .at("/hfs/registry/followers")
                .asInt();
        assertThat(registry.getSpec().getMaxReplicas() * followers)
                .isEqualTo(new Topics("").submitted().partitions());
        assertThat(registry.getSpec()
                        .getMetrics()
                        .getFirst()
                        .getExternal()
                        .getMetric()
                        .getName())
                .isEqualTo(Compose.yaml(Manifests.FOLDER.resolve("prometheus-adapter.yml"))
                        .at("/externalRules/0/name/as")
                        .asString())
                .isEqualTo("hfs_registry_waiting");
    }

    @Test
    void three_brokers_keep_what_two_acknowledge() throws IOException {
        assertThat(Manifests.all(KafkaNodePool.class))
                .extracting(pool -> pool.getSpec().getReplicas())
                .containsExactly(3);
        assertThat(Manifests.all(Kafka.class).getFirst().getSpec().getKafka().getConfig())
                .containsEntry("min.insync.replicas", 2)
                .containsEntry("default.replication.factor", 3);
        assertThat(Manifests.shared("HFS_TOPICS_REPLICAS")).isEqualTo("3");
        assertThat(Manifests.store().at("/spec/members").asInt()).isEqualTo(3);
    }

    @Test
    void no_secret_is_in_the_repository() throws IOException {
        assertThat(Manifests.documents()).extracting(Manifests::kind).doesNotContain("Secret");
        assertThat(SERVICES)
                .allSatisfy(name -> assertThat(Manifests.container(Server.valueOf(name.toUpperCase(Locale.ROOT)))
                                .getEnv())
                        .noneMatch(variable -> variable.getName().matches(".*(SECRET|PASSWORD|MONGODB_URI).*")));
    }

    @Test
    void prometheus_asks_each_service_where_it_tells() throws IOException {
        JsonNode here = Compose.yaml(Manifests.FOLDER.resolve("prometheus.yml")).at("/scrape_configs/0");
        JsonNode there = Compose.yaml(Compose.PROJECT.resolve("deploy/prometheus/prometheus.yml"))
                .at("/scrape_configs/0");

        // alerts and boards know the services by the job
        assertThat(here.path("job_name")).isEqualTo(there.path("job_name"));
        assertThat(here.path("metrics_path")).isEqualTo(there.path("metrics_path"));
        assertThat(here.at("/relabel_configs/0/regex").asString()).isEqualTo("management");
    }

    private static boolean isInstalled(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static Set<String> namesBelow(JsonNode node) {
        Set<String> names = new TreeSet<>();
        node.properties().forEach(field -> {
            names.add(field.getKey());
            if (!field.getKey().equals("statefulSet")) {
                names.addAll(namesBelow(field.getValue()));
            }
        });
        node.valueStream()
                .filter(JsonNode::isContainer)
                .filter(any -> node.isArray())
                .forEach(each -> names.addAll(namesBelow(each)));
        return names;
    }
}
