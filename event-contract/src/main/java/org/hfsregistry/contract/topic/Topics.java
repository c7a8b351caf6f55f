package org.hfsregistry.contract.topic;

import java.time.Duration;
import java.util.Map;

/**
 * The topics between the services.
 *
 * @param prefix put before each name, so that several registries can share a cluster; empty by default
 * @param keptFor how long what was submitted is kept; 30 days by default
 */
public record Topics(String prefix, Duration keptFor) {

    /** The key of a record without a value that ends a segment of treatments, so that compaction may take it; it says nothing. */
    public static final String SEGMENT_END = "segment-end";

    private static final int PARTITIONS = 12;
    private static final int REPLICAS_TO_SPARE_ONE = 3;
    private static final Duration KEPT = Duration.ofDays(30);
    private static final Duration COMPACTED_WITHIN = Duration.ofDays(1);

    /** Refuses to keep nothing. */
    public Topics {
        if (!keptFor.isPositive()) {
            throw new IllegalArgumentException(
                    "what was submitted has to be kept for some time, and not for " + keptFor);
        }
    }

    /** That keep what was submitted for 30 days. */
    public Topics(String prefix) {
        this(prefix, KEPT);
    }

    /** What hospitals submitted, keyed by hospital: one hospital has one order. Of one replica. */
    public Topic submitted() {
        return submitted(1);
    }

    /**
     * What hospitals submitted, of so many replicas. With three of them an outcome is acknowledged when two have it, so that
     * one broker may burn down; with fewer, waiting for a second one would stop everything where one broker is away.
     */
    public Topic submitted(int replicas) {
        return new Topic(
                prefix + "hfs.outcomes.submitted",
                PARTITIONS,
                Map.of(
                        "retention.ms",
                        Long.toString(keptFor.toMillis()),
                        "min.insync.replicas",
                        replicas >= REPLICAS_TO_SPARE_ONE ? "2" : "1"));
    }

    /** Treatments as they are now, keyed by treatment; compacted within a day, since what is erased has to go. */
    public Topic treatments() {
        return treatments(COMPACTED_WITHIN);
    }

    /** Treatments as they are now, compacted within this time. */
    public Topic treatments(Duration compactedWithin) {
        return new Topic(prefix + "hfs.treatments", PARTITIONS, compacted(compactedWithin));
    }

    /** Hospitals as they are now, keyed by hospital; compacted within a day. */
    public Topic hospitals() {
        return hospitals(COMPACTED_WITHIN);
    }

    /** Hospitals as they are now, compacted within this time. */
    public Topic hospitals(Duration compactedWithin) {
        return new Topic(prefix + "hfs.hospitals", 1, compacted(compactedWithin));
    }

    /** That a record went stays to be read for as long as the log is kept: who is cut off for that long learns of it. */
    private Map<String, String> compacted(Duration within) {
        return Map.of(
                "cleanup.policy",
                "compact",
                "max.compaction.lag.ms",
                Long.toString(within.toMillis()),
                "delete.retention.ms",
                Long.toString(keptFor.toMillis()));
    }

    /** The consumer group whose offsets say how far the registry has taken in what was submitted. */
    public String groupOfTheRegistry() {
        return prefix + "hfs-registry";
    }

    /** How much of each hospital is in quarantine, keyed by hospital; compacted. */
    public Topic quarantine() {
        return new Topic(prefix + "hfs.quarantine", 1, Map.of("cleanup.policy", "compact"));
    }

    /** What is needed to make a topic that is not there. */
    public record Topic(String name, int partitions, Map<String, String> configuration) {}
}
