package org.hfsregistry.local.up;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hfsregistry.local.run.Addresses;
import org.hfsregistry.local.run.Server;

/**
 * The lines of README.md that a person is to type, run as they stand there. Only what is around them is another: curl finds
 * the addresses of the document at the ports of this run by its own configuration file, and {@code ./registry} is one that
 * adds the data folder of this run.
 */
final class ReadmeLines {

    private static final Pattern BLOCK = Pattern.compile("```bash\n(.*?)```", Pattern.DOTALL);
    private static final Pattern BEFORE_A_COMMAND = Pattern.compile("\n+(?=curl |TOKEN=)");

    private final List<String> commands;
    private final Path folder;

    private ReadmeLines(List<String> commands, Path folder) {
        this.commands = commands;
        this.folder = folder;
    }

    /** Of the document, to be run beside a run. */
    static ReadmeLines in(Path folder, SharedRun run) throws IOException {
        String readme = Files.readString(RegistryScript.PROJECT.resolve("README.md"));
        List<String> commands = BLOCK.matcher(readme)
                .results()
                .flatMap(block -> BEFORE_A_COMMAND.splitAsStream(block.group(1).strip()))
                .toList();
        Addresses written = new Addresses(0);
        List<String> ports = Stream.of(Server.values())
                .map(server -> "connect-to = \"%1$s:%2$d:%1$s:%3$d\""
                        .formatted(
                                Addresses.HOST,
                                written.port(server),
                                run.addresses().port(server)))
                .toList();
        Files.write(folder.resolve(".curlrc"), ports);
        Path registry = Files.writeString(
                folder.resolve("registry"),
                "#!/bin/sh\nexec '%s' \"$@\" --data '%s'\n"
                        .formatted(RegistryScript.PROJECT.resolve("registry"), run.data()));
        if (!registry.toFile().setExecutable(true)) {
            throw new IOException(registry + " can't be made executable");
        }
        return new ReadmeLines(commands, folder);
    }

    /** The commands of all blocks, in their order. */
    List<String> commands() {
        return commands;
    }

    /** The one command with all these words. */
    String command(String... words) {
        List<String> found = commands.stream()
                .filter(command -> Stream.of(words).allMatch(command::contains))
                .toList();
        if (found.size() != 1) {
            throw new IllegalStateException("not one command with %s: %s".formatted(List.of(words), found));
        }
        return found.getFirst();
    }

    /** What bash prints when these lines are typed. */
    String typed(String lines) throws Exception {
        ProcessBuilder bash = new ProcessBuilder("bash", "-eu", "-c", lines)
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        bash.environment().put("CURL_HOME", folder.toString());
        Process process = RegistryScript.inItsEnvironment(bash).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("%d from: %s%n%s".formatted(process.exitValue(), lines, printed));
        }
        return printed;
    }
}
