/**
 * What was erased goes from Kafka.
 *
 * <p>Owns: that segments end, so that compaction takes it. Door of: {@code erasure}. May use: Spring Kafka, the contract's topics. Never: a document, which
 * is {@code registration}'s to publish.
 */
@NullMarked
package org.hfsregistry.registry.erasure.kafka;

import org.jspecify.annotations.NullMarked;
