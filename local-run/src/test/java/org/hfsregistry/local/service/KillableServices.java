package org.hfsregistry.local.service;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hfsregistry.local.issuer.BearerTokens;
import org.hfsregistry.local.issuer.Issuer;
import org.hfsregistry.local.run.Addresses;
import org.hfsregistry.local.run.FreePorts;
import org.hfsregistry.local.run.RunFolder;
import org.hfsregistry.local.run.Server;
import org.hfsregistry.platform.Platform;

/** The three services as {@code up} starts them, each of which can be killed and started again. */
final class KillableServices implements AutoCloseable {

    private static final List<Server> SERVICES = List.of(Server.INTAKE, Server.REGISTRY, Server.ANALYTICS);

    private final RunFolder folder;
    private final Addresses addresses = FreePorts.addresses();
    private final Platform platform;
    private final Issuer issuer;
    private final Map<Server, ServiceProcess> processes = new EnumMap<>(Server.class);

    KillableServices(Path data) throws InterruptedException {
        this.folder = new RunFolder(data);
        folder.lock();
        this.platform = Platform.privateForTests(folder.servers());
        this.issuer = Issuer.start(addresses, folder.keys());
        for (Server service : SERVICES) {
            processes.put(service, started(service));
        }
        for (Server service : SERVICES) {
            process(service).awaitReady();
        }
    }

    private ServiceProcess started(Server service) {
        ServiceSettings settings = new ServiceSettings(
                addresses,
                platform.kafkaBootstrap(),
                platform.mongodbUri(),
                folder.keys().pseudonymKey(),
                folder.keys().laterPseudonymKeys(),
                folder.keys().pagesSecret());
        Path project = Objects.requireNonNull(Path.of("").toAbsolutePath().getParent());
        return ServiceProcess.start(service, new ServiceJars(project), settings, folder.logs());
    }

    private ServiceProcess process(Server service) {
        return Objects.requireNonNull(processes.get(service));
    }

    /** As kill -9 does; nothing is said to it. */
    void kill(Server service) {
        List<ProcessHandle> found = ProcessHandle.current()
                .children()
                .filter(child -> child.info()
                        .commandLine()
                        .filter(line -> line.contains("/" + process(service).name() + "-service-"))
                        .isPresent())
                .toList();
        if (found.size() != 1 || !found.getFirst().destroyForcibly()) {
            throw new IllegalStateException("not one process of %s: %s".formatted(service, found));
        }
        found.getFirst().onExit().join();
    }

    void startAgain(Server service) throws InterruptedException {
        processes.put(service, started(service));
        process(service).awaitReady();
    }

    Addresses addresses() {
        return addresses;
    }

    String kafkaBootstrap() {
        return platform.kafkaBootstrap();
    }

    BearerTokens tokens() {
        return new BearerTokens(addresses.of(Server.ISSUER), folder.keys().clientSecret());
    }

    @Override
    public void close() {
        processes.values().forEach(ServiceProcess::askToEnd);
        processes.values().forEach(ServiceProcess::close);
        issuer.close();
        platform.close();
    }
}
