/**
 * Outcomes that hospitals send become events that the registry reads.
 *
 * <p>Owns: the use case of one outcome, and when an outcome counts as accepted (the broker has acknowledged it, not
 * before). Doors: {@code rest} (requests and answers), {@code kafka} (where events are kept). May use: {@code access},
 * {@code pseudonym}, the contract. Never: a raw patient id in an answer, an answer before the broker's.
 */
@NullMarked
package org.hfsregistry.intake.submission;

import org.jspecify.annotations.NullMarked;
