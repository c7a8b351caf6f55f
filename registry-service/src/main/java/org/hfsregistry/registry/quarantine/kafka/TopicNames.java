package org.hfsregistry.registry.quarantine.kafka;

import org.hfsregistry.contract.topic.Topics;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How topics are named.
 *
 * @param prefix put before their names
 */
@ConfigurationProperties("hfs.topics")
record TopicNames(String prefix) {
    String submitted() {
        return new Topics(prefix).submitted().name();
    }

    String quarantine() {
        return new Topics(prefix).quarantine().name();
    }
}
