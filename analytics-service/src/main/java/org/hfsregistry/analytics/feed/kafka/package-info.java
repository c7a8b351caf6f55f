/**
 * Follows the compacted topics with a consumer of its own, without a group.
 *
 * <p>A door: its types are package-private. May use: its room, the contract's topics and JSON, CloudEvents, Kafka's client,
 * {@code org.hfsregistry.traces}. Never: another door.
 */
@NullMarked
package org.hfsregistry.analytics.feed.kafka;

import org.jspecify.annotations.NullMarked;
