package org.hfsregistry.local.service;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hfsregistry.local.run.CannotBeDone;
import org.hfsregistry.local.run.Server;

/**
 * Where the build puts the jars.
 *
 * @param project the project's top folder
 */
public record ServiceJars(Path project) {

    private static final String NOT_THE_JAR = "-(leash|sources|javadoc|tests)\\.jar$";

    Path of(Server service) {
        String module = service.name().toLowerCase(Locale.ROOT) + "-service";
        return only(project.resolve(module).resolve("target"), module + "-*.jar");
    }

    /** The agent that ends a service with its starter. */
    Path leash() {
        return only(project.resolve("local-run").resolve("target"), "local-run-*-leash.jar");
    }

    private static Path only(Path folder, String pattern) {
        List<Path> jars = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, pattern)) {
                found.forEach(jars::add);
            } catch (IOException e) {
                throw new CannotBeDone("The folder %s can't be read: %s".formatted(folder, e), "Build anew.");
            }
        }
        if (!pattern.endsWith("leash.jar")) {
            jars.removeIf(jar -> jar.toString().matches(".*" + NOT_THE_JAR));
        }
        if (jars.size() != 1) {
            throw new CannotBeDone(
                    "There has to be one %s in %s; there are %d".formatted(pattern, folder, jars.size()),
                    "Build with: mvn -DskipTests clean package");
        }
        return jars.getFirst();
    }
}
