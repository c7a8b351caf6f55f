package org.hfsregistry.local.containers;

import static org.hfsregistry.local.containers.Compose.PROJECT;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSetSpec;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.hfsregistry.local.run.Server;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The documents of deploy/kubernetes, each read by the class that the API has for its kind; a field that it lacks is refused. */
final class Manifests {

    static final Path FOLDER = PROJECT.resolve("deploy/kubernetes");
    static final String STORE = "MongoDBCommunity";

    private static final Map<String, Class<? extends HasMetadata>> KINDS = Stream.of(
                    ConfigMap.class,
                    Namespace.class,
                    Service.class,
                    Deployment.class,
                    HorizontalPodAutoscaler.class,
                    Ingress.class,
                    NetworkPolicy.class,
                    PodDisruptionBudget.class,
                    Kafka.class,
                    KafkaNodePool.class)
            .collect(Collectors.toMap(Class::getSimpleName, Function.identity()));

    /** These classes keep what they don't know; here it is not kept, and so refused. */
    private static final ObjectMapper STRICT = new ObjectMapper()
            .setAnnotationIntrospector(new JacksonAnnotationIntrospector() {
                @Override
                public Boolean hasAnySetter(Annotated annotated) {
                    return false;
                }
            });

    private Manifests() {}

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> !file.endsWith("kustomization.yaml"))
                    .sorted()
                    .toList();
        }
    }

    static List<JsonNode> documents() throws IOException {
        List<JsonNode> documents = new ArrayList<>();
        for (Path file : files()) {
            documents.addAll(documents(Files.readString(file)));
        }
        return documents;
    }

    static List<JsonNode> documents(String text) {
        return StreamSupport.stream(new Yaml().loadAll(text).spliterator(), false)
                .<JsonNode>map(document -> JsonMapper.shared().valueToTree(document))
                .toList();
    }

    static String kind(JsonNode document) {
        return document.path("kind").asString();
    }

    static <T extends HasMetadata> List<T> all(Class<T> kind) throws IOException {
        return documents().stream()
                .filter(document -> kind(document).equals(kind.getSimpleName()))
                .map(document -> strict(document, kind))
                .toList();
    }

    static JsonNode kustomization(String folder) throws IOException {
        return Compose.yaml(FOLDER.resolve(folder).resolve("kustomization.yaml"));
    }

    /** What all services are told, in the base and in the example. */
    static Stream<String> literals() throws IOException {
        return Stream.of(kustomization("base"), kustomization("overlays/example"))
                .flatMap(place -> place.at("/configMapGenerator/0/literals").valueStream())
                .map(JsonNode::asString);
    }

    static String shared(String name) throws IOException {
        return literals()
                .filter(literal -> literal.startsWith(name + "="))
                .map(literal -> literal.substring(name.length() + 1))
                .findFirst()
                .orElseThrow();
    }

    static Stream<String> patched(Server server) throws IOException {
        return kustomization("overlays/example")
                .path("patches")
                .valueStream()
                .filter(patch -> patch.at("/target/name").asString().equals(Compose.name(server)))
                .map(patch -> Compose.once(patch.path("patch").asString(), "name: (\\w+)"));
    }

    static PodSpec pod(Server server) throws IOException {
        return all(Deployment.class).stream()
                .filter(each -> each.getMetadata().getName().equals(Compose.name(server)))
                .findFirst()
                .orElseThrow()
                .getSpec()
                .getTemplate()
                .getSpec();
    }

    static Container container(Server server) throws IOException {
        return pod(server).getContainers().getFirst();
    }

    static Stream<String> secretFiles(Server server) throws IOException {
        return pod(server).getVolumes().stream()
                .filter(volume -> volume.getName().equals("secrets"))
                .flatMap(volume -> volume.getProjected().getSources().stream())
                .flatMap(source -> source.getSecret().getItems().stream())
                .map(item -> item.getPath());
    }

    static JsonNode store() throws IOException {
        return documents().stream()
                .filter(document -> kind(document).equals(STORE))
                .findFirst()
                .orElseThrow();
    }

    /** By which a document of this kind is called; Strimzi's classes read two versions. */
    static List<String> apiVersions(Class<? extends HasMetadata> kind) {
        String group = HasMetadata.getGroup(kind);
        return group.endsWith("strimzi.io")
                ? KafkaNodePool.VERSIONS.stream()
                        .map(version -> group + "/" + version)
                        .toList()
                : List.of(HasMetadata.getApiVersion(kind));
    }

    /** As the API would take it. */
    static HasMetadata strict(JsonNode document) {
        Class<? extends HasMetadata> kind = KINDS.get(kind(document));
        if (kind == null) {
            throw new AssertionError("there is no class for this kind: " + document);
        }
        return strict(document, kind);
    }

    /** Of the store's document, whose kind has no class to be had, the part that has one. */
    static StatefulSetSpec statefulSet(JsonNode store) {
        return strict(store.at("/spec/statefulSet/spec"), StatefulSetSpec.class);
    }

    static <T> T strict(JsonNode document, Class<T> kind) {
        try {
            return STRICT.readValue(document.toString(), kind);
        } catch (IOException e) {
            throw new AssertionError(document + ": " + e.getMessage(), e);
        }
    }
}
