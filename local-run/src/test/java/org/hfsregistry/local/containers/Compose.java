package org.hfsregistry.local.containers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hfsregistry.local.run.Server;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** docker-compose.yml and the files beside it, as they are read. */
final class Compose {

    static final Path PROJECT =
            Objects.requireNonNull(Path.of("").toAbsolutePath().getParent());

    /** The services that are built here. */
    static final List<Server> BUILT = Arrays.stream(Server.values())
            .filter(server -> server != Server.ISSUER)
            .toList();

    private Compose() {}

    static JsonNode file() throws IOException {
        return yaml(PROJECT.resolve("docker-compose.yml"));
    }

    static JsonNode service(Server server) throws IOException {
        return file().at("/services/" + name(server));
    }

    static String name(Server server) {
        return server.name().toLowerCase(Locale.ROOT);
    }

    /** A YAML file as JSON; what it merges from elsewhere is in its place. */
    static JsonNode yaml(Path file) throws IOException {
        Map<String, Object> read = new Yaml().load(Files.readString(file));
        return JsonMapper.shared().valueToTree(read);
    }

    /** What a service is told by the file in its jar. */
    static JsonNode configuration(Server server) throws IOException {
        Path resources = PROJECT.resolve(name(server) + "-service/src/main/resources");
        Path usual = resources.resolve("application.yaml");
        return yaml(Files.exists(usual) ? usual : resources.resolve("application.yml"));
    }

    static String dockerfile(Server server) throws IOException {
        return Files.readString(PROJECT.resolve(name(server) + "-service/Dockerfile"));
    }

    /** What a file says at a place that it has once. */
    static String once(String text, String pattern) {
        Matcher found = Pattern.compile(pattern, Pattern.MULTILINE).matcher(text);
        if (!found.find()) {
            throw new AssertionError("there is no '%s' in: %s".formatted(pattern, text));
        }
        return Objects.requireNonNull(found.group(1));
    }
}
