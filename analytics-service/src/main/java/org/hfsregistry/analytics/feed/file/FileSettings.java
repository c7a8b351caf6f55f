package org.hfsregistry.analytics.feed.file;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where columns are saved, and when.
 *
 * @param folder of this process alone; nothing is saved without one
 * @param every how long after it was written the file is written again
 * @param atMostOld what is older is not taken; has to be less than the log keeps that a treatment was erased
 */
@ConfigurationProperties("hfs.analytics.columns")
record FileSettings(
        @Nullable Path folder,
        @DefaultValue("1h") Duration every,
        @DefaultValue("7d") Duration atMostOld) {

    Optional<Path> folderIfGiven() {
        return Optional.ofNullable(folder);
    }
}
