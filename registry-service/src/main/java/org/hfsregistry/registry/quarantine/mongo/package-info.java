/**
 * The quarantine in MongoDB.
 *
 * <p>Owns: the collection {@code quarantine}, insert-only but for pseudonyms that are turned to a newer key and what was sent of a
 * patient that is erased, and the collection
 * {@code resubmissions}. May use: {@code quarantine}, {@code mongodb}, the contract.
 * Never: drop one.
 */
@NullMarked
package org.hfsregistry.registry.quarantine.mongo;

import org.jspecify.annotations.NullMarked;
