package org.hfsregistry.registry.receipt.rest;

import org.hfsregistry.contract.topic.Topics;
import org.hfsregistry.registry.receipt.Published;

/**
 * Up to where a partition must be read, on the wire.
 *
 * @param topic as analytics names it among the positions of its answers, where a partition's number is its place in the list
 * @param offset the position that an answer must have reached
 */
record RestPublished(String topic, int partition, long offset) {

    private static final Topics TOPICS = new Topics("");

    static RestPublished of(Published published) {
        String topic = switch (published.topic()) {
            case TREATMENTS -> TOPICS.treatments().name();
            case HOSPITALS -> TOPICS.hospitals().name();
        };
        return new RestPublished(topic, published.partition(), published.next());
    }
}
