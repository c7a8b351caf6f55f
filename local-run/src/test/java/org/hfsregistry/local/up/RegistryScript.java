package org.hfsregistry.local.up;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code ./registry} as a person runs it: with a Java 17 first on the PATH where the machine has one, in the foreground of a
 * terminal, which is a process group of its own in which Ctrl-C is not ignored.
 */
final class RegistryScript {

    static final Path PROJECT =
            Objects.requireNonNull(Path.of("").toAbsolutePath().getParent());

    private static final Path JAVA_HOME = Path.of(System.getProperty("java.home"));
    private static final List<String> IN_THE_FOREGROUND =
            List.of("perl", "-e", "setpgrp(0, 0); $SIG{INT} = 'DEFAULT'; exec @ARGV");

    private RegistryScript() {}

    /** The script with its arguments, ready to be started. */
    static ProcessBuilder with(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(IN_THE_FOREGROUND);
        command.add(PROJECT.resolve("registry").toString());
        command.addAll(Arrays.asList(arguments));
        return inItsEnvironment(new ProcessBuilder(command));
    }

    /** The same environment for another command, which runs the script. */
    static ProcessBuilder inItsEnvironment(ProcessBuilder builder) throws IOException {
        // The build that runs these tests has built all of it just now; nothing is to be built under a run.
        Path target = PROJECT.resolve("local-run/target");
        Files.writeString(target.resolve("built"), "");
        Path noMaven = Files.createDirectories(target.resolve("no-maven"));
        Path maven = Files.writeString(noMaven.resolve("mvn"), "#!/bin/sh\necho 'a test must not build' >&2\nexit 1\n");
        if (!maven.toFile().setExecutable(true)) {
            throw new IOException(maven + " can't be made executable");
        }
        Map<String, String> environment = builder.environment();
        List<String> path = new ArrayList<>(List.of(noMaven.toString()));
        java17().ifPresent(home -> path.add(home.resolve("bin").toString()));
        path.add(environment.getOrDefault("PATH", ""));
        environment.put("PATH", String.join(":", path));
        if (JAVA_HOME.startsWith("/usr/lib/jvm")) {
            environment.remove("JAVA_HOME");
        } else {
            environment.put("JAVA_HOME", JAVA_HOME.toString());
        }
        return builder;
    }

    /** The home of a Java 17 that lies beside the Java of this test. */
    static Optional<Path> java17() throws IOException {
        try (Stream<Path> homes = Files.list(Objects.requireNonNull(JAVA_HOME.getParent()))) {
            return homes.filter(home -> Files.isExecutable(home.resolve("bin/java")))
                    .filter(RegistryScript::isOf17)
                    .findFirst();
        }
    }

    private static boolean isOf17(Path home) {
        try {
            return Files.readString(home.resolve("release")).contains("JAVA_VERSION=\"17");
        } catch (IOException notSaid) {
            return false;
        }
    }
}
