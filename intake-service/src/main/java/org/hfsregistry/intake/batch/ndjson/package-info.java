/**
 * Reads batches of newline-delimited JSON.
 *
 * <p>Owns: how lines become rows. Door of: {@code batch}. May use: {@code http} for limits. Never: a batch held in memory.
 */
@NullMarked
package org.hfsregistry.intake.batch.ndjson;

import org.jspecify.annotations.NullMarked;
