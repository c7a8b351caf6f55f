/**
 * How far the registry is, in MongoDB.
 *
 * <p>Owns: the collections {@code positions} and {@code turnings}. May use: {@code following}, {@code receipt}, {@code mongodb}. Never: note a
 * position for a claim that does not hold any more.
 */
@NullMarked
package org.hfsregistry.registry.following.mongo;

import org.jspecify.annotations.NullMarked;
