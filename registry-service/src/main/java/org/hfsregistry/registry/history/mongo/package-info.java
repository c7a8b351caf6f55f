/**
 * The history in MongoDB.
 *
 * <p>Owns: the collection {@code history}, insert-only but for entries of erased patients, of which all that was said goes. May use: {@code history}, {@code mongodb}, the contract. Never:
 * change anything else, delete.
 */
@NullMarked
package org.hfsregistry.registry.history.mongo;

import org.jspecify.annotations.NullMarked;
