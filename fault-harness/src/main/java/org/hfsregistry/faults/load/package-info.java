/**
 * What hospitals submit while parts die.
 *
 * <p>Owns: rows with corrections, repetitions, retractions and contradictions in random order, patients who are merged, parted and
 * erased between them, and sending each until it is acknowledged. Doors: {@link org.hfsregistry.faults.load.Load}. May use:
 * local-run's rows and HTTP, the contract's codes. Never: what becomes of it.
 */
@NullMarked
package org.hfsregistry.faults.load;

import org.jspecify.annotations.NullMarked;
