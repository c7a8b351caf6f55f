package org.hfsregistry.intake.access.rate;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How many requests of a hospital one instance takes.
 *
 * @param requests so many at once, and so many in each window after that
 * @param window in which a quota that was used up is whole again; it grows back evenly
 */
@Validated
@ConfigurationProperties("hfs.intake.rate")
record Quota(@Positive long requests, Duration window) {

    @AssertTrue(message = "window must be whole seconds, one at least") boolean isWindowOfWholeSeconds() {
        return window.isPositive() && window.equals(Duration.ofSeconds(window.toSeconds()));
    }
}
