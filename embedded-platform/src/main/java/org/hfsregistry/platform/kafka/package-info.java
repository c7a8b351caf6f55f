/**
 * The Kafka broker of a platform.
 *
 * <p>Owns: how a broker is given, started from its jars, or run in a container.
 *
 * <p>Doors: {@link org.hfsregistry.platform.kafka.KafkaServer}. May use: machine, Kafka's server, Testcontainers.
 * Never: MongoDB, topics or records of the registry.
 */
@NullMarked
package org.hfsregistry.platform.kafka;

import org.jspecify.annotations.NullMarked;
