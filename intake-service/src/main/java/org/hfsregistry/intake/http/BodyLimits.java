package org.hfsregistry.intake.http;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * How large what is sent may be, whichever way it is sent.
 *
 * @param outcome one outcome, alone or as a row of a batch
 */
@ConfigurationProperties("hfs.intake.limits")
public record BodyLimits(DataSize outcome) {

    /** How many bytes one outcome has at the most. */
    public int outcomeBytes() {
        return Math.toIntExact(outcome.toBytes());
    }
}
