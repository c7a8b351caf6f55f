/**
 * Reads batches that are one JSON array.
 *
 * <p>Owns: how the elements of an array become rows. Door of: {@code batch}. May use: {@code http} for limits and refusals.
 * Never: an array held in memory, a look into an element beyond where it ends: the contract reads it.
 */
@NullMarked
package org.hfsregistry.intake.batch.json;

import org.jspecify.annotations.NullMarked;
