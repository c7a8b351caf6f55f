package org.hfsregistry.access.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The clock of this machine, which a test can put forward. */
final class TestClock extends Clock {

    private volatile Duration ahead = Duration.ZERO;

    void putForward(Duration by) {
        ahead = ahead.plus(by);
    }

    void putRight() {
        ahead = Duration.ZERO;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(Clock.system(zone), ahead);
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead);
    }
}
