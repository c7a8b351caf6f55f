package org.hfsregistry.platform.kafka;

import java.nio.file.Path;
import org.hfsregistry.platform.machine.Server;

/** The broker of a platform, whoever runs it. */
public sealed interface KafkaServer extends Server permits GivenKafka, DockerKafka, EmbeddedKafka {

    /** What clients take as {@code bootstrap.servers}. */
    String bootstrap();

    /** One that is already there. */
    static KafkaServer given(String bootstrap) {
        return new GivenKafka(bootstrap);
    }

    /** One in a container, forgotten when it stops. */
    static KafkaServer dockerForTests() {
        return DockerKafka.forgetful();
    }

    /** One in a container whose data outlasts it, in a volume named after the folder. */
    static KafkaServer dockerFor(Path folder) {
        return DockerKafka.keeping(folder);
    }

    /** One in this JVM with its data in the folder. */
    static KafkaServer embedded(Path folder) {
        return new EmbeddedKafka(folder);
    }
}
