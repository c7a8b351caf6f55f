/**
 * How far the registry is behind the log of submitted outcomes, for those who watch it.
 *
 * <p>Owns: the gauges {@code hfs.registry.waiting} and {@code hfs.registry.waiting.age}. Of the door {@code kafka}. May use: Spring
 * Kafka, Micrometer, the contract's topics, {@code timing}. Never: join the group of the followers, or commit.
 */
@NullMarked
package org.hfsregistry.registry.registration.kafka.lag;

import org.jspecify.annotations.NullMarked;
