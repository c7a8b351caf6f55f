/**
 * Accesses in MongoDB.
 *
 * <p>Owns: the collection {@code accesses}, insert-only. May use: {@code audit}, {@code mongodb}. Never: update, delete.
 */
@NullMarked
package org.hfsregistry.registry.audit.mongo;

import org.jspecify.annotations.NullMarked;
