package org.hfsregistry.registry.audit.timer;

import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How long accesses are known.
 *
 * @param auditKeptFor years, months or days, as {@code 3y}, {@code 18m} or {@code 90d}
 */
@ConfigurationProperties("hfs.registry")
record AuditSettings(Period auditKeptFor) {

    AuditSettings {
        if (auditKeptFor.isNegative() || auditKeptFor.isZero()) {
            throw new IllegalArgumentException(
                    "hfs.registry.audit-kept-for is " + auditKeptFor + "; keep accesses for a day or longer: 1d");
        }
    }
}
