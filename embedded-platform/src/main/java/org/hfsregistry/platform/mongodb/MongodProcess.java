package org.hfsregistry.platform.mongodb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.hfsregistry.platform.machine.Loopback;
import org.hfsregistry.platform.machine.RecordedPorts;
import org.hfsregistry.platform.machine.ServerUnavailable;
import org.jspecify.annotations.Nullable;

/** A {@code mongod} as a child process, a replica set of one. */
final class MongodProcess implements MongodbServer {

    private static final int STOPS_WITHIN_SECONDS = 60;

    private final Path executable;
    private final Path folder;
    private final int port;
    private @Nullable Process running;

    MongodProcess(Path executable, Path folder) {
        this.executable = executable;
        this.folder = folder;
        this.port = RecordedPorts.in(folder).take("mongod");
    }

    @Override
    public String uri(String database) {
        return "mongodb://%s:%d/%s?directConnection=true".formatted(Loopback.ADDRESS, port, database);
    }

    @Override
    public String description() {
        return "%s at %s:%d, data in %s".formatted(executable, Loopback.ADDRESS, port, folder);
    }

    @Override
    public synchronized void start() {
        if (running != null) {
            return;
        }
        try {
            on(folder).forEach(MongodProcess::end);
            running = spawn();
            if (!ReplicaSetOfOne.initiate(uri(), Loopback.ADDRESS + ":" + port, running::isAlive)) {
                throw unavailable(running.isAlive() ? "does not become a primary" : "ends at once", null);
            }
        } catch (IOException e) {
            throw unavailable("can't be started: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            stop();
            Thread.currentThread().interrupt();
            throw unavailable("was not waited for", e);
        } catch (ServerUnavailable e) {
            stop();
            throw e;
        }
    }

    /** Those that run on the data of a folder, whoever started them; a killed run leaves one. */
    static Stream<ProcessHandle> on(Path folder) {
        String data = dataIn(folder).toString();
        return ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .arguments()
                        .map(List::of)
                        .orElse(List.of())
                        .contains(data));
    }

    private Process spawn() throws IOException {
        Path data = Files.createDirectories(dataIn(folder));
        List<String> command = List.of(
                executable.toString(),
                "--dbpath",
                data.toString(),
                "--bind_ip",
                Loopback.ADDRESS,
                "--port",
                Integer.toString(port),
                "--replSet",
                ReplicaSetOfOne.NAME);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.to(output().toFile()))
                .start();
    }

    @Override
    public synchronized void stop() {
        if (running != null) {
            end(running.toHandle());
            running = null;
        }
    }

    private static void end(ProcessHandle process) {
        process.destroy();
        process.onExit()
                .completeOnTimeout(process, STOPS_WITHIN_SECONDS, TimeUnit.SECONDS)
                .join();
        process.destroyForcibly();
    }

    private static Path dataIn(Path folder) {
        return folder.resolve("mongod");
    }

    private Path output() {
        return folder.resolve("mongod.log");
    }

    private ServerUnavailable unavailable(String why, @Nullable Exception cause) {
        return new ServerUnavailable(
                "%s %s".formatted(executable, why),
                "See %s, set HFS_MONGOD to a mongod that runs here, or choose other servers.".formatted(output()),
                cause);
    }
}
