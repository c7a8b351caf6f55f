/**
 * The vocabulary: terms and small values that outcomes are made of.
 *
 * <p>Owns: codes with their one spelling, faults that say what is wrong with a value. Doors: none. May use: {@code java..}.
 * Never: JSON, a clock, I/O.
 */
@NullMarked
package org.hfsregistry.contract.clinical;

import org.jspecify.annotations.NullMarked;
