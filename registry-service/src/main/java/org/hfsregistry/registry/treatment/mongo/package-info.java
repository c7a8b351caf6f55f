/**
 * Treatments and hospitals in MongoDB.
 *
 * <p>Owns: the collections {@code treatments} and {@code hospitals}, their indexes and compare-and-set. May use: {@code
 * treatment}, {@code mongodb}, the contract's JSON. Never: a rule of the domain.
 */
@NullMarked
package org.hfsregistry.registry.treatment.mongo;

import org.jspecify.annotations.NullMarked;
