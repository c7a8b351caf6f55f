/**
 * Follows the log of submitted outcomes, and publishes documents, with Kafka.
 *
 * <p>Owns: the topics, the consumers, what an event looks like. May use: {@code registration}, {@code arrival}, {@code
 * history}, {@code receipt}, {@code treatment}, the contract's JSON, {@code
 * org.hfsregistry.traces}. Never: decide; skip what can't be read.
 */
@NullMarked
package org.hfsregistry.registry.registration.kafka;

import org.jspecify.annotations.NullMarked;
