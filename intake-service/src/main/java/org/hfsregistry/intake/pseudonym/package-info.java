/**
 * Patients become pseudonyms.
 *
 * <p>Owns: what is hashed of a patient's id. Doors: {@code keyfile} (where the keys come from), {@code
 * rest} (a hospital asks for those of its own patients). May use: the contract with its
 * chain of keys, {@code javax.crypto}. Never: a raw patient id kept beyond the call, logged, or told.
 */
@NullMarked
package org.hfsregistry.intake.pseudonym;

import org.jspecify.annotations.NullMarked;
