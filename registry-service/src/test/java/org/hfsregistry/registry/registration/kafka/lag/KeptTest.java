package org.hfsregistry.registry.registration.kafka.lag;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.Test;

class KeptTest {

    private static final long THREE_DAYS = Duration.ofDays(3).toMillis();

    @Test
    void a_log_that_is_deleted_by_its_age_alone_is_kept_so_long() {
        assertThat(kept("delete", -1, THREE_DAYS)).isEqualTo(Kept.known(3 * 86_400));
        assertThat(kept("delete", -1, -1)).isEqualTo(Kept.known(Double.POSITIVE_INFINITY));
    }

    @Test
    void of_one_that_is_deleted_by_its_size_or_compacted_it_is_not_known() {
        assertThat(kept("delete", 0, THREE_DAYS)).isEqualTo(Kept.unknown("retention.bytes is 0"));
        assertThat(kept("compact,delete", -1, -1)).isEqualTo(Kept.unknown("cleanup.policy is compact,delete"));
    }

    private static Kept kept(String policy, long bytes, long millis) {
        return Kept.of(new Config(List.of(
                new ConfigEntry(TopicConfig.CLEANUP_POLICY_CONFIG, policy),
                new ConfigEntry(TopicConfig.RETENTION_BYTES_CONFIG, Long.toString(bytes)),
                new ConfigEntry(TopicConfig.RETENTION_MS_CONFIG, Long.toString(millis)))));
    }
}
