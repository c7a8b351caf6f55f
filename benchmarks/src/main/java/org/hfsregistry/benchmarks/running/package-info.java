/**
 * The services as they are deployed, each in a JVM of its own, on servers that are given.
 *
 * <p>Owns: their jars, settings and lives, and what they say of themselves. May use: {@code embedded-platform}, the contract's
 * tokens. Never: a class of a service.
 */
@NullMarked
package org.hfsregistry.benchmarks.running;

import org.jspecify.annotations.NullMarked;
