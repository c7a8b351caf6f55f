/**
 * Outcomes that come together, in the words of a hospital's record system, are submitted together.
 *
 * <p>Owns: the use case, all of them or each for itself, and what a bundle must tell of itself. Doors: {@code rest}
 * (requests, and the status of their answers), {@code fhir} (how a bundle is read and answered). May use:
 * {@code submission}, {@code access}, {@code pseudonym}, the contract. Never: an outcome kept before all of its bundle are
 * checked, an answer before the broker's.
 */
@NullMarked
package org.hfsregistry.intake.bundle;

import org.jspecify.annotations.NullMarked;
