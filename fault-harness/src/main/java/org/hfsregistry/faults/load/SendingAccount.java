package org.hfsregistry.faults.load;

import java.util.concurrent.atomic.AtomicLong;

/**
 * What all hospitals have sent so far.
 *
 * @param acknowledged rows
 * @param requests with rows that were acknowledged whole
 * @param erasures of patients that the registry took
 * @param merges of patients that the registry took
 * @param undoings of merges that the registry took
 * @param sentAgain requests that were not answered, or put off
 */
public record SendingAccount(
        AtomicLong acknowledged,
        AtomicLong requests,
        AtomicLong erasures,
        AtomicLong merges,
        AtomicLong undoings,
        AtomicLong sentAgain) {

    SendingAccount() {
        this(
                new AtomicLong(),
                new AtomicLong(),
                new AtomicLong(),
                new AtomicLong(),
                new AtomicLong(),
                new AtomicLong());
    }

    /** Whether patients were merged, parted and erased. */
    public boolean isOfPatientsToo() {
        return erasures.get() > 0 && merges.get() > 0 && undoings.get() > 0;
    }

    void taken(Said.Asked asked) {
        switch (asked) {
            case Said.Erasure _ -> erasures.incrementAndGet();
            case Said.Merge _ -> merges.incrementAndGet();
            case Said.Undoing _ -> undoings.incrementAndGet();
        }
    }

    @Override
    public String toString() {
        return "%d rows acknowledged in %d requests; %d patients erased, %d merged, %d parted; %d requests were sent again"
                .formatted(
                        acknowledged.get(),
                        requests.get(),
                        erasures.get(),
                        merges.get(),
                        undoings.get(),
                        sentAgain.get());
    }
}
