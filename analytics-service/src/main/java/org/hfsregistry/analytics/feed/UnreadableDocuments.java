package org.hfsregistry.analytics.feed;

import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Documents that could not be read. It exists so that each is logged with its key and counted, and blocks nothing. */
@Component
public final class UnreadableDocuments {
    private static final Logger LOG = LoggerFactory.getLogger(UnreadableDocuments.class);

    private final AtomicLong count = new AtomicLong();

    /** Notes one. */
    public void note(String source, String key, Exception reason) {
        count.incrementAndGet();
        LOG.error("{} has an unreadable document {}: {}", source, key, reason.getMessage());
    }

    /** How many there were since the start. */
    public long count() {
        return count.get();
    }
}
