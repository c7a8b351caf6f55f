/**
 * Whether what was submitted is in the numbers.
 *
 * <p>Owns: the lag of the registry, the ends of the topics, and waiting for both. Doors: {@link
 * org.hfsregistry.local.counting.Counting}. May use: Kafka's admin client, the contract's topics, {@code http}, {@code
 * run}. Never: reading or writing a topic.
 */
@NullMarked
package org.hfsregistry.local.counting;

import org.jspecify.annotations.NullMarked;
