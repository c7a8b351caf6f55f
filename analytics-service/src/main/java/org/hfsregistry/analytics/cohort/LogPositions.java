package org.hfsregistry.analytics.cohort;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Up to where the log of each compacted topic was applied: the next offset of each partition, by its number. It exists
 * because an answer that names these can be had again.
 */
public record LogPositions(List<Long> treatments, List<Long> hospitals, List<Long> quarantine) {

    /** Before anything was applied. */
    public static final LogPositions NONE = new LogPositions(List.of(), List.of(), List.of());

    /** Takes copies. */
    public LogPositions {
        treatments = List.copyOf(treatments);
        hospitals = List.copyOf(hospitals);
        quarantine = List.copyOf(quarantine);
    }

    /** The sum of all: a number that only grows. */
    public long dataVersion() {
        return sum(treatments) + sum(hospitals) + sum(quarantine);
    }

    /** With a partition of the treatments' topic applied up to an offset. */
    public LogPositions treatmentsAt(int partition, long offset) {
        return new LogPositions(with(treatments, partition, offset), hospitals, quarantine);
    }

    /** With a partition of the hospitals' topic applied up to an offset. */
    public LogPositions hospitalsAt(int partition, long offset) {
        return new LogPositions(treatments, with(hospitals, partition, offset), quarantine);
    }

    /** The same with nothing of the quarantine's topic applied: it is read from its beginning, since no store holds it. */
    public LogPositions beforeQuarantine() {
        return new LogPositions(
                treatments, hospitals, quarantine.stream().map(end -> 0L).toList());
    }

    /** Those of the documents' topics alone: every number but the quarantine's is made of documents. */
    public LogPositions ofDocuments() {
        return new LogPositions(treatments, hospitals, List.of());
    }

    /** Those of the treatments' topic, with nothing of the others applied. */
    public LogPositions ofTreatments() {
        return new LogPositions(treatments, List.of(), List.of());
    }

    /** Whether every partition has reached those positions. */
    public boolean reached(LogPositions other) {
        return reached(treatments, other.treatments)
                && reached(hospitals, other.hospitals)
                && reached(quarantine, other.quarantine);
    }

    private static boolean reached(List<Long> here, List<Long> there) {
        for (int partition = 0; partition < there.size(); partition++) {
            if ((partition < here.size() ? here.get(partition) : 0) < there.get(partition)) {
                return false;
            }
        }
        return true;
    }

    private static List<Long> with(List<Long> offsets, int partition, long offset) {
        List<Long> changed = new ArrayList<>(offsets);
        changed.addAll(Collections.nCopies(Math.max(0, partition + 1 - offsets.size()), 0L));
        changed.set(partition, offset);
        return changed;
    }

    private static long sum(List<Long> offsets) {
        return offsets.stream().mapToLong(Long::longValue).sum();
    }
}
