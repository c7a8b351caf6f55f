/**
 * The quarantine in MongoDB.
 *
 * <p>Owns: the collection {@code quarantine}, insert-only but for pseudonyms that are turned to a newer key, and the collection
 * {@code resubmissions}. May use: {@code quarantine}, {@code mongodb}, the contract.
 * Never: drop one.
 */
@NullMarked
package org.hfsregistry.registry.quarantine.mongo;

import org.jspecify.annotations.NullMarked;
