/**
 * Submits again and publishes counts, with Kafka.
 *
 * <p>Owns: what an event looks like that the registry submits, and one of counts. Door of: {@code quarantine}. May use: the contract's JSON and
 * topics. Never: make the topic, follow it.
 */
@NullMarked
package org.hfsregistry.registry.quarantine.kafka;

import org.jspecify.annotations.NullMarked;
