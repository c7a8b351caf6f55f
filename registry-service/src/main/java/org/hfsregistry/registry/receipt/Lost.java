package org.hfsregistry.registry.receipt;

/**
 * A stretch of a partition that the log dropped before it was registered; the history has nothing of it.
 *
 * @param from the first offset
 * @param next the offset after the last
 */
public record Lost(long from, long next) {

    /** How many outcomes. */
    public long count() {
        return next - from;
    }
}
