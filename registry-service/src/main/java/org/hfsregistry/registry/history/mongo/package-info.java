/**
 * The history in MongoDB.
 *
 * <p>Owns: the collection {@code history}, insert-only. May use: {@code history}, {@code mongodb}, the contract. Never:
 * update, delete.
 */
@NullMarked
package org.hfsregistry.registry.history.mongo;

import org.jspecify.annotations.NullMarked;
