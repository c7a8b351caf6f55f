/**
 * What was erased, in Kafka.
 *
 * <p>Owns: that it is told once more. Door of: {@code erasure}. May use: Spring Kafka, the contract's topics. Never: a document, which
 * is {@code registration}'s to publish.
 */
@NullMarked
package org.hfsregistry.registry.erasure.kafka;

import org.jspecify.annotations.NullMarked;
