/**
 * That the record is what it says: the history is sealed as it grows, proved by its seals, and documents and merges are
 * proved by being made anew out of it.
 *
 * <p>Owns: seals, what is wrong with a record, and how a document is put right. Doors: {@code mongo} keeps seals, {@code timer}
 * seals every so often, {@code rest} proves when the registry's staff ask. May use: {@code history}, {@code treatment}, {@code
 * merging}, {@code receipt} (how far the log was followed), {@code registration} (its rules, to carry decisions out once more,
 * and its topics). Never: judge an arrival; change the history or a seal.
 */
@NullMarked
package org.hfsregistry.registry.proof;

import org.jspecify.annotations.NullMarked;
