package org.hfsregistry.registry.receipt;

/**
 * Up to where a partition of the documents' topics was published. A reader that has read up to it has all that was published
 * before.
 *
 * @param next the offset of what will be published next, as readers number their positions
 */
public record Published(Topic topic, int partition, long next) {

    /** Which documents. */
    public enum Topic {
        TREATMENTS,
        HOSPITALS
    }
}
