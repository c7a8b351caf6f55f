/**
 * What comes out of the log of submitted outcomes, and what the registry decides of it.
 *
 * <p>Owns: arrivals, the places they name, verdicts and refusals with their words; by what an erased patient is known; that every patient comes under the newest
 * pseudonym key. Doors: {@code keyfile} (where keys come from); {@code registration} reads the log, also one place of it once more. May use: the contract's
 * outcomes and chain of keys. Never: Kafka, MongoDB, a clock.
 */
@NullMarked
package org.hfsregistry.registry.arrival;

import org.jspecify.annotations.NullMarked;
