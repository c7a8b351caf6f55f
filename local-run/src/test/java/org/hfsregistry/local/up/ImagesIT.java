package org.hfsregistry.local.up;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hfsregistry.local.http.LocalHttp;
import org.hfsregistry.local.run.Server;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the Dockerfiles and Prometheus expect of the services, asked of the jars and of a run. */
class ImagesIT {

    private static final Pattern COPIED =
            Pattern.compile("^COPY --from=layers /build/(\\S+)/ \\./$", Pattern.MULTILINE);
    private static final Pattern EXTRACTS = Pattern.compile("^RUN java (.*)$", Pattern.MULTILINE);
    private static final Pattern CHECKED = Pattern.compile("GET (\\S+) HTTP");
    private static final Pattern SCRAPED = Pattern.compile("metrics_path: (\\S+)");

    @ParameterizedTest
    @EnumSource(names = "ISSUER", mode = EnumSource.Mode.EXCLUDE)
    void the_image_copies_every_layer_of_the_jar(Server service, @TempDir Path folder) throws Exception {
        Files.copy(jar(service), folder.resolve("service.jar"));
        extract(found(EXTRACTS, dockerfile(service)), folder);
        List<String> copied = COPIED.matcher(dockerfile(service))
                .results()
                .map(MatchResult::group)
                .map(line -> found(COPIED, line))
                .toList();

        assertThat(copied)
                .isNotEmpty()
                .allSatisfy(layer -> assertThat(folder.resolve(layer)).isDirectory());
        try (Stream<Path> files = Files.walk(folder.resolve("layers")).filter(Files::isRegularFile)) {
            assertThat(files.map(file -> folder.relativize(file).toString()))
                    .anyMatch(file -> file.endsWith("/service.jar"))
                    .allMatch(file -> copied.stream().anyMatch(layer -> file.startsWith(layer + "/")));
        }
    }

    @ParameterizedTest
    @EnumSource(names = "ISSUER", mode = EnumSource.Mode.EXCLUDE)
    void health_and_metrics_are_where_docker_and_prometheus_look(Server service) throws Exception {
        SharedRun run = SharedRun.get();
        String health = found(CHECKED, dockerfile(service));
        String metrics =
                found(SCRAPED, Files.readString(RegistryScript.PROJECT.resolve("deploy/prometheus/prometheus.yml")));

        assertThat(LocalHttp.get(run.at(service, health)).status()).isEqualTo(200);
        assertThat(LocalHttp.get(run.at(service, metrics)).text()).contains("jvm_memory_used_bytes");
    }

    private static void extract(String arguments, Path folder) throws Exception {
        List<String> java =
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        Process process = new ProcessBuilder(Stream.concat(java.stream(), Stream.of(arguments.split(" ", -1)))
                        .toList())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
    }

    private static String dockerfile(Server service) throws IOException {
        return Files.readString(module(service).resolve("Dockerfile"));
    }

    private static Path module(Server service) {
        return RegistryScript.PROJECT.resolve(service.name().toLowerCase(Locale.ROOT) + "-service");
    }

    private static Path jar(Server service) throws IOException {
        try (Stream<Path> jars = Files.list(module(service).resolve("target"))) {
            return jars.filter(file -> file.toString().endsWith("-SNAPSHOT.jar")
                            || file.toString().matches(".*-[0-9.]+\\.jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static String found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + pattern + " in " + text))
                .group(1);
    }
}
