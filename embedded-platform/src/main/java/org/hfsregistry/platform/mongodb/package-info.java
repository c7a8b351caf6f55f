/**
 * The MongoDB, or compatible server, of a platform.
 *
 * <p>Owns: how a store is given, embedded in this JVM, run as a child process or in a container, and when the embedded
 * one puts a write on disk.
 *
 * <p>Doors: {@link org.hfsregistry.platform.mongodb.MongodbServer}. May use: machine, MongoDB's driver,
 * mongo-java-server, H2's MVStore, Testcontainers. Never: Kafka, collections of the registry.
 */
@NullMarked
package org.hfsregistry.platform.mongodb;

import org.jspecify.annotations.NullMarked;
