package org.hfsregistry.intake.access.rate;

import java.util.concurrent.TimeUnit;

/**
 * Where a hospital stands after a request.
 *
 * @param granted whether the request was within the quota
 * @param left how many more are
 * @param nanosToWhole until its quota is whole again, if nothing comes in the meantime
 */
record Standing(Quota quota, boolean granted, long left, long nanosToWhole) {

    /** As {@code RateLimit-Policy} has it: draft-ietf-httpapi-ratelimit-headers-11, section 3. */
    String policy() {
        return "\"hospital\";q=%d;w=%d"
                .formatted(quota.requests(), quota.window().toSeconds());
    }

    /** As {@code RateLimit} has it: section 4 there. */
    String limit() {
        return "\"hospital\";r=%d;t=%d".formatted(left, secondsToWhole());
    }

    /** In whole seconds, none of them too few: {@code Retry-After} must not name an earlier time. */
    long secondsToWhole() {
        return Math.ceilDiv(nanosToWhole, TimeUnit.SECONDS.toNanos(1));
    }
}
