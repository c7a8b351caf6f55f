/**
 * What a server takes from the machine it stands on.
 *
 * <p>Owns: ports on the loopback address, the Docker engine, the temporary folder of a test run, what a server is to its platform, and
 * the word for a server that can't be had.
 *
 * <p>Doors: none. May use: Testcontainers. Never: Kafka, MongoDB.
 */
@NullMarked
package org.hfsregistry.platform.machine;

import org.jspecify.annotations.NullMarked;
