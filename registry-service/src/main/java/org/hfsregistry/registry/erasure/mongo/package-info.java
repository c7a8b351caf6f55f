/**
 * Erasures in MongoDB.
 *
 * <p>Owns: the collections {@code erasures} and {@code tombstones}, insert-only. May use: {@code erasure}, {@code mongodb}. Never:
 * anything of a patient but a mark.
 */
@NullMarked
package org.hfsregistry.registry.erasure.mongo;

import org.jspecify.annotations.NullMarked;
