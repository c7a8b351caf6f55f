/**
 * The documents of the system of record: treatments and hospitals, and the rules by which outcomes count in them.
 *
 * <p>Owns: the aggregates, and where they are kept. Doors: {@code mongo} keeps them, {@code rest} shows a hospital its own.
 * May use: {@code arrival}, {@code access}, the contract's documents. Never: the log, a clock.
 */
@NullMarked
package org.hfsregistry.registry.treatment;

import org.jspecify.annotations.NullMarked;
