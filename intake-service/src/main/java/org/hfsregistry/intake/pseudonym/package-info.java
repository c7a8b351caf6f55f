/**
 * Patients become pseudonyms.
 *
 * <p>Owns: the keyed hash, and what is hashed. Doors: {@code keyfile} (where the key comes from). May use: the contract,
 * {@code javax.crypto}. Never: a raw patient id kept beyond the call, logged, or told.
 */
@NullMarked
package org.hfsregistry.intake.pseudonym;

import org.jspecify.annotations.NullMarked;
