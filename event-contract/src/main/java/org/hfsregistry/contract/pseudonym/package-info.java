/**
 * What the services share about pseudonyms and their keys.
 *
 * <p>Owns: pseudonyms, keys, where they come from, and the chain by which an older pseudonym becomes the newest. Doors: none.
 * May use: {@code clinical}, {@code javax.crypto}, a key's file. Never: a raw patient id, a secret in a message.
 */
@NullMarked
package org.hfsregistry.contract.pseudonym;

import org.jspecify.annotations.NullMarked;
