/**
 * Names, shapes and event types of the Kafka topics between the services.
 *
 * <p>Owns: topic names, partitions, retention, CloudEvents types. Doors: none. May use: {@code java..}. Never: a Kafka
 * client, so that each service brings its own.
 */
@NullMarked
package org.hfsregistry.contract.topic;

import org.jspecify.annotations.NullMarked;
