package org.hfsregistry.platform;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.hfsregistry.platform.machine.ServerUnavailable;
import org.hfsregistry.platform.mongodb.MongodbServer;

/** An embedded platform in a JVM of its own, so that a test can kill it and see what is left. */
public final class PlatformProcess implements AutoCloseable {

    private static final String OUTPUT = "process.log";

    private final Process process;
    private final String kafkaBootstrap;
    private final String mongodbUri;

    private PlatformProcess(Process process, String kafkaBootstrap, String mongodbUri) {
        this.process = process;
        this.kafkaBootstrap = kafkaBootstrap;
        this.mongodbUri = mongodbUri;
    }

    /** Starts one on a folder, with the class path of this JVM, and returns when its servers answer. */
    public static PlatformProcess start(Path folder) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Files.createDirectories(folder);
        Process process = new ProcessBuilder(
                        java.toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PlatformProcess.class.getName(),
                        folder.toString())
                .redirectError(
                        ProcessBuilder.Redirect.appendTo(folder.resolve(OUTPUT).toFile()))
                .start();
        BufferedReader addresses = process.inputReader(StandardCharsets.UTF_8);
        String bootstrap = addresses.readLine();
        String uri = addresses.readLine();
        if (bootstrap == null || uri == null) {
            process.destroyForcibly();
            throw new ServerUnavailable(
                    "The platform's process ended before its servers answered", "See " + folder.resolve(OUTPUT) + ".");
        }
        return new PlatformProcess(process, bootstrap, uri);
    }

    /** What Kafka's clients take as {@code bootstrap.servers}. */
    public String kafkaBootstrap() {
        return kafkaBootstrap;
    }

    /** The connection string of the default database. */
    public String mongodbUri() {
        return mongodbUri;
    }

    /** The connection string of a database by its name. */
    public String mongodbUri(String database) {
        return MongodbServer.given(mongodbUri).uri(database);
    }

    /** Ends the process without a word to it, and returns when it is gone. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Lets the servers stop in their own time, a minute at most. */
    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        process.onExit().completeOnTimeout(process, 1, TimeUnit.MINUTES).join();
        kill();
    }

    /**
     * Runs the embedded servers on a folder until its input ends, as it does when the process that started it is gone.
     *
     * @param arguments the folder
     */
    public static void main(String[] arguments) throws IOException {
        PrintStream addresses = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.setOut(System.err);
        try (Platform platform = Platform.forRun(RunServers.EMBEDDED, Path.of(arguments[0]))) {
            addresses.println(platform.kafkaBootstrap());
            addresses.println(platform.mongodbUri());
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }
}
