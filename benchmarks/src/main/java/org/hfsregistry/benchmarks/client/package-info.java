/**
 * A hospital and a reader that cost next to nothing: the rows that are posted, and the connections.
 *
 * <p>Owns: sample rows that are written without thought, the least of HTTP. May use: Java. Never: a class of a service; what
 * is measured with it.
 */
@NullMarked
package org.hfsregistry.benchmarks.client;

import org.jspecify.annotations.NullMarked;
