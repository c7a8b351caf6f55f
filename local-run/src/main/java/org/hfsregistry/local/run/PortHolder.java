package org.hfsregistry.local.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who listens on a port of this machine, where the system tells (Linux, of processes that this user may see). */
final class PortHolder {

    private static final Path PROCESSES = Path.of("/proc");
    private static final String LISTENING = "0A";
    private static final int LOCAL_ADDRESS = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;

    private PortHolder() {}

    /** The process, in words. */
    static Optional<String> of(int port) {
        Set<String> sockets = Stream.of("net/tcp", "net/tcp6")
                .flatMap(table -> lines(PROCESSES.resolve(table)))
                .map(line -> List.of(line.strip().split("\\s+")))
                .filter(fields -> fields.size() > INODE
                        && fields.get(STATE).equals(LISTENING)
                        && fields.get(LOCAL_ADDRESS).endsWith(":%04X".formatted(port)))
                .map(fields -> "socket:[%s]".formatted(fields.get(INODE)))
                .collect(Collectors.toSet());
        return sockets.isEmpty()
                ? Optional.empty()
                : ProcessHandle.allProcesses()
                        .filter(process -> holdsOne(process, sockets))
                        .findFirst()
                        .map(PortHolder::words);
    }

    private static boolean holdsOne(ProcessHandle process, Set<String> sockets) {
        try (Stream<Path> open = Files.list(PROCESSES.resolve(process.pid() + "/fd"))) {
            return open.anyMatch(file -> sockets.contains(target(file)));
        } catch (IOException anothersOrGone) {
            return false;
        }
    }

    private static String target(Path file) {
        try {
            return Files.readSymbolicLink(file).toString();
        } catch (IOException closedMeanwhile) {
            return "";
        }
    }

    private static Stream<String> lines(Path table) {
        try {
            return Files.readAllLines(table).stream();
        } catch (IOException anotherSystem) {
            return Stream.empty();
        }
    }

    private static String words(ProcessHandle process) {
        String program = process.info()
                .command()
                .map(command -> " (" + Path.of(command).getFileName() + ")")
                .orElse("");
        return "process " + process.pid() + program;
    }
}
