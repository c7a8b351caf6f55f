package org.hfsregistry.registry.registration.kafka.lag;

import java.util.Optional;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.config.TopicConfig;

/**
 * How long a log is kept, as far as its settings tell.
 *
 * @param seconds no number where it is not known, infinite where it is kept for ever
 * @param unknownBecause which setting may have it dropped earlier than its age would
 */
record Kept(double seconds, Optional<String> unknownBecause) {

    private static final double MILLIS = 1e3;

    /** By a topic's settings. */
    static Kept of(Config topic) {
        String policy = topic.get(TopicConfig.CLEANUP_POLICY_CONFIG).value();
        if (!TopicConfig.CLEANUP_POLICY_DELETE.equals(policy)) {
            return unknown(TopicConfig.CLEANUP_POLICY_CONFIG + " is " + policy);
        }
        String bytes = topic.get(TopicConfig.RETENTION_BYTES_CONFIG).value();
        if (Long.parseLong(bytes) >= 0) {
            return unknown(TopicConfig.RETENTION_BYTES_CONFIG + " is " + bytes);
        }
        long millis = Long.parseLong(topic.get(TopicConfig.RETENTION_MS_CONFIG).value());
        return known(millis < 0 ? Double.POSITIVE_INFINITY : millis / MILLIS);
    }

    /** By its age alone. */
    static Kept known(double seconds) {
        return new Kept(seconds, Optional.empty());
    }

    static Kept unknown(String because) {
        return new Kept(Double.NaN, Optional.of(because));
    }
}
