package org.hfsregistry.platform.machine;

import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Volume;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.UUID;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;

/** The Docker engine of the machine, where there is one. */
public final class DockerEngine {

    private DockerEngine() {}

    /**
     * Starts a container.
     *
     * @throws ServerUnavailable if no engine answers, the image can't be had, or the container does not come up
     */
    public static void start(GenericContainer<?> container, String image) {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            throw new ServerUnavailable("No Docker engine answers", "Start one, or choose other servers.");
        }
        try {
            container.start();
        } catch (RuntimeException e) {
            throw new ServerUnavailable(
                    "No container of %s comes up: %s".formatted(image, e.getMessage()),
                    "Pull the image, or choose other servers.",
                    e);
        }
    }

    /** Lets what a container writes at a place outlast it, in a volume that belongs to the folder. */
    public static void keep(GenericContainer<?> container, String place, Path folder) {
        Bind volume = new Bind(volumeOf(folder), new Volume(place));
        container.withCreateContainerCmdModifier(create ->
                create.withHostConfig(Objects.requireNonNullElseGet(create.getHostConfig(), HostConfig::newHostConfig)
                        .withBinds(volume)));
    }

    /** The name of the volume that stands for a data folder, the same whenever that folder is named. */
    static String volumeOf(Path folder) {
        byte[] place = folder.toAbsolutePath().normalize().toString().getBytes(StandardCharsets.UTF_8);
        return "hfs-registry-" + UUID.nameUUIDFromBytes(place);
    }
}
