/**
 * How fast the registry takes in what was submitted, beside bare bulk writes of what it has written; and how long it takes to
 * prove what it keeps.
 *
 * <p>Owns: the rounds, the bare writer, the tables that are printed. May use: {@code running}, {@code client}, MongoDB's driver.
 * Never: a class of the registry; it knows the collections as anybody does who looks into the store.
 */
@NullMarked
package org.hfsregistry.benchmarks.registry;

import org.jspecify.annotations.NullMarked;
