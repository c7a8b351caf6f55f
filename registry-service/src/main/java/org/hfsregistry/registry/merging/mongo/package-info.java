/**
 * Merges in MongoDB.
 *
 * <p>Owns: the collection {@code merges}. May use: {@code merging}, {@code mongodb}, the contract. Never: delete; keep a pseudonym
 * of an erased patient.
 */
@NullMarked
package org.hfsregistry.registry.merging.mongo;

import org.jspecify.annotations.NullMarked;
