/**
 * The entries of outcomes in MongoDB.
 *
 * <p>Owns: the collection {@code outcomes}. May use: {@code receipt}, {@code mongodb}, the contract. Never: put an older
 * entry over a newer one.
 */
@NullMarked
package org.hfsregistry.registry.receipt.mongo;

import org.jspecify.annotations.NullMarked;
