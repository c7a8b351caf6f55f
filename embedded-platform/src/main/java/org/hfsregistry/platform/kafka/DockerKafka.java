package org.hfsregistry.platform.kafka;

import java.nio.file.Path;
import org.apache.kafka.common.utils.AppInfoParser;
import org.hfsregistry.platform.machine.DockerEngine;
import org.testcontainers.kafka.KafkaContainer;

/** A broker in a container, of the version of the clients here. */
record DockerKafka(KafkaContainer container, String image) implements KafkaServer {

    private static final String DATA = "/var/lib/kafka/data";

    static DockerKafka forgetful() {
        String image = "apache/kafka:" + AppInfoParser.getVersion();
        return new DockerKafka(new KafkaContainer(image), image);
    }

    static DockerKafka keeping(Path folder) {
        DockerKafka kafka = forgetful();
        kafka.container.withEnv("KAFKA_LOG_DIRS", DATA);
        DockerEngine.keep(kafka.container, DATA, folder);
        return kafka;
    }

    @Override
    public String bootstrap() {
        return container.getBootstrapServers();
    }

    @Override
    public String description() {
        return "a container of " + image;
    }

    @Override
    public void start() {
        DockerEngine.start(container, image);
    }

    @Override
    public void stop() {
        container.stop();
    }
}
