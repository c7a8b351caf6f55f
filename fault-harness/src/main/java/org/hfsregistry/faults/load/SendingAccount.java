package org.hfsregistry.faults.load;

import java.util.concurrent.atomic.AtomicLong;

/**
 * What all hospitals have sent so far.
 *
 * @param acknowledged rows
 * @param requests that were acknowledged whole
 * @param sentAgain requests that were not answered, or put off
 */
public record SendingAccount(AtomicLong acknowledged, AtomicLong requests, AtomicLong sentAgain) {

    SendingAccount() {
        this(new AtomicLong(), new AtomicLong(), new AtomicLong());
    }

    @Override
    public String toString() {
        return "%d rows acknowledged in %d requests; %d requests were sent again"
                .formatted(acknowledged.get(), requests.get(), sentAgain.get());
    }
}
