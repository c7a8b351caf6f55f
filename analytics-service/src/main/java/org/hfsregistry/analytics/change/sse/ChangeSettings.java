package org.hfsregistry.analytics.change.sse;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may listen to changes.
 *
 * @param mostListeners at a time, of all callers together
 * @param beatEvery the longest silence on a line, so that what lies between does not take it for dead
 */
@ConfigurationProperties("hfs.analytics.changes")
record ChangeSettings(
        @DefaultValue("500") int mostListeners,
        @DefaultValue("15s") Duration beatEvery) {

    ChangeSettings {
        if (mostListeners < 0 || beatEvery.toMillis() < 1) {
            throw new IllegalArgumentException("listeners 0 or more, a beat every millisecond or less often");
        }
    }
}
