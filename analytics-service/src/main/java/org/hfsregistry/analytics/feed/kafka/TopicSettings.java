package org.hfsregistry.analytics.feed.kafka;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The topics of this registry.
 *
 * @param prefix put before each name
 * @param replicas of a topic that is made here
 */
@ConfigurationProperties("hfs.topics")
record TopicSettings(
        @DefaultValue("") String prefix, @DefaultValue("1") short replicas) {}
