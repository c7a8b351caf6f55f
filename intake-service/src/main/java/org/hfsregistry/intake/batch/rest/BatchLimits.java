package org.hfsregistry.intake.batch.rest;

import jakarta.validation.constraints.AssertTrue;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How much of a batch there may be.
 *
 * @param batch a batch, after it was unzipped where it was zipped
 * @param unreadReport what is kept on disk of a report that its client does not read yet
 * @param unreadReports the same of all reports together
 */
@Validated
@ConfigurationProperties("hfs.intake.limits")
record BatchLimits(DataSize batch, DataSize unreadReport, DataSize unreadReports) {

    @AssertTrue(message = "unread-reports must have room for one unread-report, and unread-report for one byte") boolean isRoomForOneReport() {
        return unreadReport.toBytes() > 0 && batchesAtOnce() > 0;
    }

    /** How many batches may be under way, so that each of them has room for its report. */
    int batchesAtOnce() {
        return Math.toIntExact(Math.min(Integer.MAX_VALUE, unreadReports.toBytes() / unreadReport.toBytes()));
    }
}
