package org.hfsregistry.local.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.hfsregistry.local.containers.Compose.PROJECT;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hfsregistry.contract.caller.Claim;
import org.hfsregistry.contract.caller.Scope;
import org.hfsregistry.local.run.PagesClient;
import org.hfsregistry.local.run.Server;
import org.hfsregistry.local.service.SettingNames;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What runs the registry in containers fits together, as far as that can be read. */
class ContainersTest {

    /** Read by Spring Boot: files as settings. */
    private static final String SET_IN_CONTAINERS_ONLY = "spring.config.import";

    @BeforeAll
    static void say_what_this_is_not() {
        System.out.println("NOT RUN: docker compose, the images, Keycloak and Grafana; their files are read only");
    }

    @Test
    void every_file_of_the_deployment_can_be_parsed() throws IOException {
        try (Stream<Path> files = Files.walk(PROJECT.resolve("deploy")).filter(Files::isRegularFile)) {
            List<Path> all = files.toList();
            assertThat(all)
                    .anyMatch(file -> file.toString().endsWith(".json"))
                    .anyMatch(file -> file.toString().endsWith(".yml"))
                    .allSatisfy(ContainersTest::assertThatItParses);
        }
        assertThatItParses(PROJECT.resolve("docker-compose.yml"));
    }

    private static void assertThatItParses(Path file) {
        String name = file.getFileName().toString();
        if (name.endsWith(".json")) {
            assertThatCode(() -> JsonMapper.shared().readTree(Files.readAllBytes(file)))
                    .as("%s", file)
                    .doesNotThrowAnyException();
        } else if (name.endsWith(".yml") || name.endsWith(".yaml")) {
            assertThatCode(() -> Manifests.documents(Files.readString(file)))
                    .as("%s", file)
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void everything_that_is_mounted_or_built_is_there() throws IOException {
        List<JsonNode> services = services();
        List<String> mounted = services.stream()
                .flatMap(service -> service.path("volumes").valueStream())
                .map(JsonNode::asString)
                .map(volume -> volume.split(":", 2)[0])
                .toList();
        Set<String> kept = Set.copyOf(Compose.file().path("volumes").propertyNames());

        assertThat(mounted)
                .filteredOn(source -> source.startsWith("./"))
                .hasSizeGreaterThan(2)
                .allSatisfy(source -> assertThat(PROJECT.resolve(source)).exists());
        assertThat(mounted).filteredOn(source -> !source.startsWith("./")).allMatch(kept::contains);
        assertThat(services.stream()
                        .map(service -> service.at("/build/context"))
                        .filter(JsonNode::isString))
                .hasSize(3)
                .allSatisfy(context -> assertThat(
                                PROJECT.resolve(context.asString()).resolve("Dockerfile"))
                        .exists());
    }

    @Test
    void every_secret_that_is_used_is_declared_and_made() throws IOException {
        JsonNode secrets = Compose.file().path("secrets");
        String makes = Compose.once(Files.readString(PROJECT.resolve("deploy/make-secrets")), "^for name in (.*); do$");
        Set<String> used = services().stream()
                .flatMap(service -> service.path("secrets").valueStream())
                .map(secret -> secret.isString() ? secret : secret.path("source"))
                .map(JsonNode::asString)
                .collect(Collectors.toSet());

        assertThat(secrets.propertyNames()).containsExactlyInAnyOrderElementsOf(used);
        assertThat(makes.split(" ", -1)).containsExactlyInAnyOrderElementsOf(used);
        assertThat(secrets.propertyNames())
                .allSatisfy(name ->
                        assertThat(secrets.path(name).path("file").asString()).isEqualTo("deploy/secrets/" + name));
        assertThat(Files.readString(PROJECT.resolve("docker-compose.yml"))
                        .lines()
                        .filter(line -> line.matches(".*/run/secrets/[a-z].*")))
                .hasSizeGreaterThan(used.size() - 2)
                .allMatch(line -> used.contains(Compose.once(line, "/run/secrets/([a-z-]+)")));
    }

    @ParameterizedTest
    @EnumSource(names = "ISSUER", mode = EnumSource.Mode.EXCLUDE)
    void the_image_listens_where_its_service_does_and_compose_opens_that_port(Server server) throws IOException {
        String port = Compose.once(Compose.dockerfile(server), "^ARG PORT=(\\d+)$");
        JsonNode configuration = Compose.configuration(server);

        assertThat(port).isEqualTo(Integer.toString(server.usualPort()));
        assertThat(configuration.at("/server/port").asString()).isEqualTo(port);
        assertThat(Compose.service(server).path("ports").values())
                .extracting(JsonNode::asString)
                .containsExactly("127.0.0.1:%1$s:%1$s".formatted(port));
        assertThat(Compose.dockerfile(server))
                .contains("SERVER_PORT=${PORT}", "EXPOSE ${PORT}", "127.0.0.1/$SERVER_PORT");
    }

    @ParameterizedTest
    @EnumSource(names = "ISSUER", mode = EnumSource.Mode.EXCLUDE)
    void the_image_is_built_upon_the_base_that_is_named(Server server) throws IOException {
        String dockerfile = Compose.dockerfile(server);
        String usual = Compose.once(dockerfile, "^ARG BASE_IMAGE=(\\S+)$");

        assertThat(dockerfile.lines().filter(line -> line.startsWith("FROM ")))
                .hasSize(2)
                .allMatch(line -> line.startsWith("FROM ${BASE_IMAGE}"));
        assertThat(Compose.service(server).at("/build/args/BASE_IMAGE").asString())
                .isEqualTo("${BASE_IMAGE:-" + usual + "}");
    }

    /** What it makes was not made into an image here: its Java ran as the user of the images, in a folder of its own. */
    @Test
    void the_script_for_a_base_says_how_it_is_used() throws Exception {
        Process help = new ProcessBuilder(
                        PROJECT.resolve("deploy/make-base-image").toString(), "--help")
                .redirectErrorStream(true)
                .start();
        String printed = new String(help.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(help.waitFor()).as(printed).isZero();
        assertThat(printed).contains("BASE_IMAGE=hfs/base docker compose build intake registry analytics");
    }

    @Test
    void prometheus_and_grafana_ask_servers_that_there_are() throws IOException {
        JsonNode prometheus = Compose.yaml(PROJECT.resolve("deploy/prometheus/prometheus.yml"));
        JsonNode grafana = Compose.yaml(PROJECT.resolve("deploy/grafana/provisioning/datasources/prometheus.yml"));
        List<String> targets = Compose.BUILT.stream()
                .map(server -> Compose.name(server) + ":" + server.usualPort())
                .toList();

        assertThat(prometheus.at("/scrape_configs/0/static_configs/0/targets").values())
                .extracting(JsonNode::asString)
                .containsExactlyInAnyOrderElementsOf(targets);
        assertThat(grafana.at("/datasources/0/url").asString()).isEqualTo("http://prometheus:9090");
        assertThat(Compose.file().at("/services/prometheus/ports/0").asString()).endsWith(":9090");
    }

    /** The images that are built here have their health check in themselves. */
    @Test
    void everything_starts_again_has_a_bound_and_says_how_it_is() throws IOException {
        assertThat(services()).isNotEmpty().allSatisfy(service -> {
            assertThat(service.path("restart").asString()).isEqualTo("unless-stopped");
            assertThat(service.at("/deploy/resources/limits/memory").asString()).matches("\\d+[MG]");
            assertThat(service.has("healthcheck") || service.has("build")).isTrue();
        });
        for (Server server : Compose.BUILT) {
            assertThat(Compose.dockerfile(server)).contains("\nHEALTHCHECK ");
        }
    }

    @Test
    void every_dependency_is_a_service_with_a_health_check() throws IOException {
        JsonNode all = Compose.file().path("services");
        for (Server server : Compose.BUILT) {
            JsonNode needed = all.path(Compose.name(server)).path("depends_on");
            assertThat(needed.propertyNames())
                    .isNotEmpty()
                    .allSatisfy(name -> assertThat(all.path(name).has("healthcheck")
                                    || all.path(name).has("build"))
                            .as(name)
                            .isTrue());
        }
    }

    @Test
    void keycloaks_realm_has_the_scopes_the_claim_and_the_audience_that_services_ask_for() throws IOException {
        JsonNode realm =
                JsonMapper.shared().readTree(Files.readAllBytes(PROJECT.resolve("deploy/keycloak/hfs-realm.json")));
        List<JsonNode> scopes = List.copyOf(realm.path("clientScopes").values());
        String compose = Files.readString(PROJECT.resolve("docker-compose.yml"));

        assertThat(scopes.stream()
                        .filter(scope -> scope.at("/attributes/include.in.token.scope")
                                .asString()
                                .equals("true"))
                        .map(scope -> scope.path("name").asString()))
                .containsExactlyInAnyOrder(
                        Scope.SUBMIT, Scope.READ_RECORDS, Scope.ERASE_RECORDS, Scope.READ_STATISTICS, Scope.ADMIN);
        List<String> names =
                scopes.stream().map(scope -> scope.path("name").asString()).toList();
        assertThat(realm.path("clients").values())
                .hasSize(4)
                .allSatisfy(
                        client -> assertThat(client.path("defaultClientScopes").values())
                                .extracting(JsonNode::asString)
                                .isSubsetOf(names));
        assertThat(realm.findValuesAsString("claim.name")).containsOnly(Claim.HOSPITAL_ID);
        assertThat(realm.findValuesAsString("included.custom.audience"))
                .containsExactly(Compose.once(compose, "HFS_ACCESS_AUDIENCE: (\\S+)"));
        assertThat(compose)
                .contains("/realms/%s\n".formatted(realm.path("realm").asString()))
                .contains("--http-port=%d".formatted(Server.ISSUER.usualPort()));
    }

    @Test
    void keycloak_lets_people_sign_in_at_each_service_with_the_rights_of_their_kind() throws IOException {
        JsonNode realm =
                JsonMapper.shared().readTree(Files.readAllBytes(PROJECT.resolve("deploy/keycloak/hfs-realm.json")));
        JsonNode pages = only(realm.path("clients"), "clientId", PagesClient.ID);
        JsonNode environment = Compose.service(Server.INTAKE).path("environment");
        String client = "SPRING_SECURITY_OAUTH2_CLIENT_REGISTRATION_HFS_";
        String secret = Compose.service(Server.INTAKE).at("/secrets/1/target").asString();
        List<String> services = Compose.BUILT.stream()
                .map(server -> "http://localhost:" + server.usualPort())
                .toList();

        assertThat(environment.path(client + "CLIENT_ID").asString()).isEqualTo(PagesClient.ID);
        assertThat(environment.path(client + "REDIRECT_URI").asString()).isEqualTo("{baseUrl}" + PagesClient.RETURN);
        assertThat(Settings.canonical(secret)).isEqualTo(Settings.canonical(client + "CLIENT_SECRET"));
        assertThat(pages.path("redirectUris").valueStream().map(JsonNode::asString))
                .containsExactlyElementsOf(services.stream()
                        .map(service -> service + PagesClient.RETURN)
                        .toList());
        assertThat(pages.at("/attributes/post.logout.redirect.uris").asString().split("##", -1))
                .containsExactlyElementsOf(
                        services.stream().map(service -> service + "/").toList());
        assertThat(realm.path("scopeMappings")
                        .valueStream()
                        .map(mapping -> mapping.path("clientScope").asString() + " "
                                + mapping.at("/roles/0").asString()))
                .containsExactlyInAnyOrder(
                        Scope.SUBMIT + " hospital",
                        Scope.READ_RECORDS + " hospital",
                        Scope.ERASE_RECORDS + " hospital",
                        Scope.READ_STATISTICS + " researcher",
                        Scope.ADMIN + " admin");
        assertThat(only(realm.path("users"), "username", "demo")
                        .at("/credentials/0/value")
                        .asString())
                .isEqualTo("${DEMO_PASSWORD}");
    }

    private static JsonNode only(JsonNode all, String field, String value) {
        return all.valueStream()
                .filter(one -> one.path(field).asString("").equals(value))
                .findFirst()
                .orElseThrow();
    }

    private static List<JsonNode> services() throws IOException {
        return List.copyOf(Compose.file().path("services").values());
    }

    @Test
    void services_are_told_what_the_local_run_tells_them() throws IOException {
        for (Server server : Compose.BUILT) {
            Set<String> known = Stream.concat(SettingNames.of(server).stream(), Stream.of(SET_IN_CONTAINERS_ONLY))
                    .map(Settings::canonical)
                    .collect(Collectors.toSet());
            Set<String> told = Compose.service(server).path("environment").propertyNames().stream()
                    .map(Settings::canonical)
                    .collect(Collectors.toSet());
            assertThat(told).as(Compose.name(server)).isNotEmpty().isSubsetOf(known);
        }
    }

    /** Else the registry takes nothing in. */
    @Test
    void the_registry_knows_the_id_of_intakes_first_key() throws IOException {
        assertThat(Compose.service(Server.REGISTRY)
                        .at("/environment/HFS_REGISTRY_PSEUDONYM_FIRST_KEY_ID")
                        .asString())
                .isEqualTo("k1")
                .isEqualTo(Compose.service(Server.INTAKE)
                        .at("/environment/HFS_INTAKE_PSEUDONYM_KEY_ID")
                        .asString());
    }
}
