package org.hfsregistry.platform.mongodb;

import java.nio.file.Path;
import org.hfsregistry.platform.machine.DockerEngine;
import org.hfsregistry.platform.machine.Loopback;
import org.hfsregistry.platform.machine.ServerUnavailable;
import org.testcontainers.containers.GenericContainer;

/** A replica set of one in a container. */
record DockerMongodb(GenericContainer<?> container) implements MongodbServer {

    private static final String IMAGE = "mongo:8.0";
    private static final int PORT = 27017;

    static DockerMongodb forgetful() {
        return new DockerMongodb(new GenericContainer<>(IMAGE)
                .withExposedPorts(PORT)
                .withCommand("mongod", "--bind_ip_all", "--replSet", ReplicaSetOfOne.NAME));
    }

    static DockerMongodb keeping(Path folder) {
        DockerMongodb mongodb = forgetful();
        DockerEngine.keep(mongodb.container, "/data/db", folder);
        return mongodb;
    }

    @Override
    public String uri(String database) {
        return "mongodb://%s:%d/%s?directConnection=true"
                .formatted(container.getHost(), container.getMappedPort(PORT), database);
    }

    @Override
    public String description() {
        return "a container of " + IMAGE;
    }

    @Override
    public void start() {
        DockerEngine.start(container, IMAGE);
        try {
            if (!ReplicaSetOfOne.initiate(uri(), Loopback.ADDRESS + ":" + PORT, container::isRunning)) {
                throw new ServerUnavailable(
                        "The container of %s does not become a primary".formatted(IMAGE),
                        "See its log, or choose other servers.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerUnavailable("Interrupted while starting " + description(), "Start again.", e);
        }
    }

    @Override
    public void stop() {
        container.stop();
    }
}
