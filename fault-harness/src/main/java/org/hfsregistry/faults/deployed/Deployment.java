package org.hfsregistry.faults.deployed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.hfsregistry.local.issuer.BearerTokens;
import org.hfsregistry.local.issuer.Issuer;
import org.hfsregistry.local.run.Addresses;
import org.hfsregistry.local.run.CannotBeDone;
import org.hfsregistry.local.run.FreePorts;
import org.hfsregistry.local.run.Patience;
import org.hfsregistry.local.run.RunFolder;
import org.hfsregistry.local.run.Server;
import org.hfsregistry.local.service.Instance;
import org.hfsregistry.local.service.ServiceJars;
import org.hfsregistry.local.service.ServiceProcess;
import org.hfsregistry.local.service.ServiceSettings;
import org.hfsregistry.platform.RunServers;
import org.hfsregistry.platform.ServerProcess;
import org.hfsregistry.platform.machine.Loopback;

/**
 * Broker, store and services on this machine, each a process that can be killed, stopped in the middle of a step, and started
 * again on the same data and address. Whoever holds it gives one order after another; where the parts are found may be asked
 * from anywhere. The issuer is in this JVM: it is no part.
 */
public final class Deployment implements AutoCloseable {

    private static final Duration STANDSTILL = Duration.ofMinutes(3);
    private static final String[] LEAN = {"-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"};

    private final RunFolder folder;
    private final RunServers servers;
    private final ServiceJars jars;
    private final Addresses addresses = FreePorts.addresses();
    private final int portOfTheOtherRegistry = Loopback.freePort();
    private final Map<Part, Life> lives = Collections.synchronizedMap(new EnumMap<>(Part.class));
    private final Set<Part> paused = ConcurrentHashMap.newKeySet();
    private final String kafkaBootstrap;
    private final String mongodbUri;
    private final Issuer issuer;

    private Deployment(Path data, Path project, RunServers servers) {
        this.folder = new RunFolder(data);
        this.servers = servers;
        this.jars = new ServiceJars(project);
        folder.lock();
        // Who stands still does not notice that this JVM ends.
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform()
                        .unstarted(() -> paused.forEach(part -> life(part).kill())));
        ServerProcess broker = broker();
        lives.put(Part.BROKER, new Life.OfServer(broker));
        ServerProcess store = store();
        lives.put(Part.STORE, new Life.OfServer(store));
        this.issuer = Issuer.start(addresses, folder.keys());
        this.kafkaBootstrap = broker.address();
        this.mongodbUri = store.address();
    }

    /**
     * Starts servers and services, and returns when all answer.
     *
     * @param project the top folder, where the build put the services' jars
     * @param servers embedded ones, or a {@code mongod} as the store
     */
    public static Deployment start(Path data, Path project, RunServers servers, Set<Part> parts)
            throws InterruptedException {
        Deployment deployment = new Deployment(data, project, servers);
        try {
            parts.stream().filter(part -> !Part.SERVERS.contains(part)).forEach(deployment::start);
            deployment.awaitReady(() -> {});
            return deployment;
        } catch (InterruptedException | RuntimeException e) {
            deployment.close();
            throw e;
        }
    }

    /** The project's top: this class is in fault-harness/target/something below it. */
    public static Path project() {
        URL built = Deployment.class.getProtectionDomain().getCodeSource().getLocation();
        return Path.of(URI.create(built.toString())).resolve("../../..").normalize();
    }

    private ServerProcess broker() {
        return ServerProcess.kafka(folder.servers().resolve("kafka"), LEAN);
    }

    private ServerProcess store() {
        Path data = folder.servers().resolve("mongodb");
        return servers == RunServers.MONGOD ? ServerProcess.mongod(data, LEAN) : ServerProcess.mongodb(data, LEAN);
    }

    /** Starts a part that is not there; it need not answer yet when this returns. */
    public void start(Part part) {
        lives.put(
                part,
                switch (part) {
                    case BROKER -> new Life.OfServer(broker());
                    case STORE -> new Life.OfServer(store());
                    case INTAKE -> service(Instance.only(Server.INTAKE, addresses));
                    case REGISTRY -> service(Instance.only(Server.REGISTRY, addresses));
                    case OTHER_REGISTRY -> service(new Instance(Server.REGISTRY, part.label(), portOfTheOtherRegistry));
                    case ANALYTICS -> service(Instance.only(Server.ANALYTICS, addresses));
                });
    }

    private Instance otherRegistry() {
        return new Instance(Server.REGISTRY, Part.OTHER_REGISTRY.label(), portOfTheOtherRegistry);
    }

    private Life service(Instance instance) {
        ServiceSettings settings = new ServiceSettings(
                addresses,
                kafkaBootstrap,
                mongodbUri,
                folder.keys().pseudonymKey(),
                folder.keys().laterPseudonymKeys(),
                folder.columns(),
                folder.keys().pagesSecret());
        return new Life.OfService(ServiceProcess.start(instance, jars, settings, folder.logs()));
    }

    /** As {@code kill -9} does: nothing is said to it. Returns when it is gone. */
    public void kill(Part part) {
        life(part).kill();
        paused.remove(part);
    }

    /** Lets it stand still in the middle of whatever it does (SIGSTOP). */
    public void pause(Part part) {
        signal(part, "-STOP");
        paused.add(part);
    }

    /** Lets it go on as if no time had passed (SIGCONT). */
    public void wake(Part part) {
        signal(part, "-CONT");
        paused.remove(part);
    }

    private void signal(Part part, String signal) {
        if (!(life(part) instanceof Life.OfService(ServiceProcess process))) {
            throw new IllegalArgumentException("only services are paused, not " + part);
        }
        try {
            int refused = new ProcessBuilder("kill", signal, Long.toString(process.pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
            if (refused != 0) {
                throw new IllegalStateException("kill %s %s answered %d".formatted(signal, part, refused));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What was started here, whether it is alive or not. */
    public Set<Part> parts() {
        return EnumSet.copyOf(lives.keySet());
    }

    /** Whether its process is there. */
    public boolean isAlive(Part part) {
        return life(part).isAlive();
    }

    /** Whether it was told to stand still, and not yet to go on. */
    public boolean isPaused(Part part) {
        return paused.contains(part);
    }

    private Life life(Part part) {
        return Objects.requireNonNull(lives.get(part), part::label);
    }

    /**
     * Returns when all parts answer.
     *
     * @param meanwhile is done again and again while some do not
     * @throws CannotBeDone if nothing moves for long
     */
    public void awaitReady(Runnable meanwhile) throws InterruptedException {
        new Patience(STANDSTILL, meanwhile, nobody -> {}).await(() -> {
            List<Part> missing = lives.keySet().stream()
                    .filter(part -> !life(part).isReady())
                    .toList();
            return new Patience.Sight(missing.isEmpty(), missing, "not ready: " + missing);
        });
        requireTheSameAddresses();
    }

    /** A server that found its port taken by another program listens elsewhere, where nobody looks for it. */
    private void requireTheSameAddresses() {
        for (Part part : Part.SERVERS) {
            String before = part == Part.BROKER ? kafkaBootstrap : mongodbUri;
            if (life(part) instanceof Life.OfServer(ServerProcess process)
                    && !process.address().equals(before)) {
                throw new CannotBeDone(
                        "Another program took the port of the %s while it was away".formatted(part.label()),
                        "Run it again.");
            }
        }
    }

    /** Where a service listens, to be resolved against. */
    public URI address(Part service) {
        return switch (service) {
            case INTAKE -> addresses.of(Server.INTAKE);
            case REGISTRY -> addresses.of(Server.REGISTRY);
            case OTHER_REGISTRY -> otherRegistry().address();
            case ANALYTICS -> addresses.of(Server.ANALYTICS);
            case BROKER, STORE -> throw new IllegalArgumentException(service + " is no service");
        };
    }

    /** What Kafka's clients take as {@code bootstrap.servers}. */
    public String kafkaBootstrap() {
        return kafkaBootstrap;
    }

    /** Where the store is, with the name of the database. */
    public String mongodbUri() {
        return mongodbUri;
    }

    /** Tokens that the services take. */
    public BearerTokens tokens() {
        return new BearerTokens(addresses.of(Server.ISSUER), folder.keys().clientSecret());
    }

    @Override
    public void close() {
        Set.copyOf(paused).forEach(this::wake);
        lives.forEach((part, life) -> {
            if (life instanceof Life.OfService(ServiceProcess process)) {
                process.askToEnd();
            }
        });
        lives.forEach((part, life) -> {
            if (!Part.SERVERS.contains(part)) {
                life.end();
            }
        });
        Part.SERVERS.forEach(part -> life(part).end());
        issuer.close();
    }
}
