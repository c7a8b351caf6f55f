package org.hfsregistry.intake.submission.rest;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * How large what is sent may be.
 *
 * @param outcome one outcome, alone or as a row of a batch
 * @param unzippedBatch a batch after it was unzipped; one that comes unzipped has no limit
 * @param unreadReport what is kept on disk of a report that its client does not read yet
 */
@ConfigurationProperties("hfs.intake.limits")
record BodyLimits(DataSize outcome, DataSize unzippedBatch, DataSize unreadReport) {

    int outcomeBytes() {
        return Math.toIntExact(outcome.toBytes());
    }
}
