/**
 * Streams of outcomes are submitted row by row, and reported on while they come.
 *
 * <p>Owns: the use case, what is in flight between rows and report, and its bound. Doors: {@code rest} (batches over HTTP),
 * {@code ndjson}, {@code json} and {@code csv} (the formats in which rows come). May use: {@code submission}, {@code access},
 * {@code pseudonym}, the contract. Never: a batch held whole, a row reported as accepted before the broker has acknowledged
 * it.
 */
@NullMarked
package org.hfsregistry.intake.batch;

import org.jspecify.annotations.NullMarked;
