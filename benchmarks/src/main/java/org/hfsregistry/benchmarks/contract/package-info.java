/**
 * How fast outcomes are read, checked and written.
 *
 * <p>Owns: JMH benchmarks of the contract. May use: {@code event-contract}. Never: a server.
 */
@NullMarked
package org.hfsregistry.benchmarks.contract;

import org.jspecify.annotations.NullMarked;
