/**
 * Seals in MongoDB.
 *
 * <p>Owns: the collection {@code seals}, insert-only. May use: {@code proof}, {@code mongodb}. Never: update, delete.
 */
@NullMarked
package org.hfsregistry.registry.proof.mongo;

import org.jspecify.annotations.NullMarked;
