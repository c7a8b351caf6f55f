/**
 * How far the registry is behind the log of submitted outcomes, and how long that keeps them, for those who watch it.
 *
 * <p>Owns: the gauges {@code hfs.registry.waiting}, {@code hfs.registry.waiting.age}, {@code hfs.registry.lost} and {@code hfs.registry.log.kept}. Of the door {@code kafka}. May use: Spring
 * Kafka, Micrometer, the contract's topics, {@code timing}, and of {@code receipt} how far the log was followed. Never: join a
 * group, or commit.
 */
@NullMarked
package org.hfsregistry.registry.registration.kafka.lag;

import org.jspecify.annotations.NullMarked;
