package org.hfsregistry.intake.bundle.rest;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * How large a FHIR Bundle may be, which is held whole.
 *
 * @param bundle after it was unzipped
 */
@ConfigurationProperties("hfs.intake.limits")
record BundleLimit(DataSize bundle) {

    int bytes() {
        return Math.toIntExact(bundle.toBytes());
    }
}
