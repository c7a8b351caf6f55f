package org.hfsregistry.contract.registered;

import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How much of a hospital is in quarantine, and nothing of what. It exists so that whoever shows how good a hospital's data
 * are need not read its records. It has no version: of two that were published the later one is the newer.
 *
 * @param open what somebody has to see to
 * @param resubmitted what came again, and is on its way or in quarantine itself
 * @param resolved what is settled: something is registered or retracted in its stead
 * @param byCode how many of the open ones were refused for which reason
 * @param oldestOpenAt since when the oldest open one is in quarantine; absent where none is open
 * @param countedAt when they were counted
 */
public record QuarantineCounts(
        String hospitalId,
        int open,
        int resubmitted,
        int resolved,
        SortedMap<String, Integer> byCode,
        Optional<Instant> oldestOpenAt,
        Instant countedAt) {

    /** Takes a copy; refuses what no count gives. */
    public QuarantineCounts {
        byCode = Collections.unmodifiableSortedMap(new TreeMap<>(byCode));
        boolean negative = open < 0
                || resubmitted < 0
                || resolved < 0
                || byCode.values().stream().anyMatch(count -> count < 0);
        if (negative
                || open != byCode.values().stream().mapToInt(count -> count).sum()) {
            throw new IllegalArgumentException("open are " + open + ", by code " + byCode);
        }
        if (oldestOpenAt.isPresent() != open > 0) {
            throw new IllegalArgumentException("open are " + open + ", the oldest since " + oldestOpenAt);
        }
    }

    /** The key in the topic. */
    public String id() {
        return hospitalId;
    }

    /** Whether the same is counted, whenever it was. */
    public boolean countsAs(QuarantineCounts other) {
        return equals(new QuarantineCounts(
                other.hospitalId,
                other.open,
                other.resubmitted,
                other.resolved,
                other.byCode,
                other.oldestOpenAt,
                countedAt));
    }
}
