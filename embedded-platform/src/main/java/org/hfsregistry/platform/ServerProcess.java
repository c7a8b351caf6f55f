package org.hfsregistry.platform;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.hfsregistry.platform.kafka.KafkaServer;
import org.hfsregistry.platform.machine.Server;
import org.hfsregistry.platform.machine.ServerUnavailable;
import org.hfsregistry.platform.mongodb.MongodbServer;

/**
 * A server in a process of its own, so that it can be killed, and whoever did it can see what is left: an embedded one in a JVM, or a
 * {@code mongod} with a JVM that holds it.
 */
public final class ServerProcess implements AutoCloseable {

    private static final String KAFKA = "kafka";
    private static final String MONGODB = "mongodb";
    private static final String MONGOD = "mongod";
    private static final String OUTPUT = "process.log";

    private final Process process;
    private final Path folder;
    private final CompletableFuture<Optional<String>> address;
    private final Path output;

    private ServerProcess(Process process, Path folder, Path output) {
        this.process = process;
        this.folder = folder;
        this.output = output;
        this.address = new CompletableFuture<>();
        // a virtual thread that reads a pipe keeps its processor from all others
        Thread.ofPlatform().daemon().start(() -> address.complete(firstLine()));
    }

    /** Starts a broker on a folder, with the class path of this JVM; it need not answer yet when this returns. */
    public static ServerProcess kafka(Path folder, String... optionsOfTheJvm) {
        return start(KAFKA, folder, List.of(), List.of(optionsOfTheJvm));
    }

    /** Starts a store on a folder, with the class path of this JVM; it need not answer yet when this returns. */
    public static ServerProcess mongodb(Path folder, String... optionsOfTheJvm) {
        return start(MONGODB, folder, List.of(), List.of(optionsOfTheJvm));
    }

    /**
     * Starts a {@code mongod} on a folder, the one of {@code HFS_MONGOD} or of the {@code PATH}; it need not answer yet when this
     * returns.
     *
     * @throws ServerUnavailable if there is none
     */
    public static ServerProcess mongod(Path folder, String... optionsOfTheJvm) {
        return mongod(new ServerChoice(System.getenv()).requireMongod(), folder, optionsOfTheJvm);
    }

    static ServerProcess mongod(Path executable, Path folder, String... optionsOfTheJvm) {
        return start(MONGOD, folder, List.of(executable.toString()), List.of(optionsOfTheJvm));
    }

    private static ServerProcess start(String which, Path folder, List<String> more, List<String> options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--enable-native-access=ALL-UNNAMED");
        command.addAll(options);
        command.addAll(List.of(
                "-cp", System.getProperty("java.class.path"), ServerProcess.class.getName(), which, folder.toString()));
        command.addAll(more);
        Path output = folder.resolve(OUTPUT);
        try {
            Files.createDirectories(folder);
            return new ServerProcess(
                    new ProcessBuilder(command)
                            .redirectError(ProcessBuilder.Redirect.appendTo(output.toFile()))
                            .start(),
                    folder,
                    output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<String> firstLine() {
        try {
            return Optional.ofNullable(
                    process.inputReader(StandardCharsets.UTF_8).readLine());
        } catch (IOException itIsGone) {
            return Optional.empty();
        }
    }

    /**
     * Where clients find it: a broker's {@code bootstrap.servers}, or the connection string of the store's default database.
     * Returns when it answers there.
     *
     * @throws ServerUnavailable if it ends before
     */
    public String address() {
        return address.join()
                .orElseThrow(() ->
                        new ServerUnavailable("The server's process ended before it answered", "See " + output + "."));
    }

    /** Whether it has answered. */
    public boolean isReady() {
        return address.getNow(Optional.empty()).isPresent();
    }

    /** Whether the process is there. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Ends the process without a word to it, and a {@code mongod} that it holds, too, and returns when they are gone. */
    public void kill() {
        process.destroyForcibly().onExit().join();
        MongodbServer.mongodsOn(folder).toList().forEach(mongod -> {
            mongod.destroyForcibly();
            mongod.onExit().join();
        });
    }

    /** Lets the server stop in its own time, a minute at most. */
    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        process.onExit().completeOnTimeout(process, 1, TimeUnit.MINUTES).join();
        kill();
    }

    /**
     * Runs a server on a folder until its input ends, as it does when the process that started it is gone.
     *
     * @param arguments which one, the folder, and the executable of one that is not embedded
     */
    public static void main(String[] arguments) throws IOException {
        PrintStream address = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.setOut(System.err);
        Path folder = Path.of(arguments[1]);
        if (arguments[0].equals(KAFKA)) {
            KafkaServer kafka = KafkaServer.embedded(folder);
            serve(kafka, kafka.bootstrap(), address);
        } else {
            MongodbServer mongodb = arguments[0].equals(MONGOD)
                    ? MongodbServer.mongod(Path.of(arguments[2]), folder)
                    : MongodbServer.embedded(folder);
            serve(mongodb, mongodb.uri(), address);
        }
    }

    private static void serve(Server server, String at, PrintStream address) throws IOException {
        server.start();
        try {
            address.println(at);
            System.in.transferTo(OutputStream.nullOutputStream());
        } finally {
            server.stop();
        }
    }
}
