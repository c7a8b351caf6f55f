/**
 * The registry's one task: take what arrived in the log, decide of it, and make the store and the topics say so.
 *
 * <p>Owns: the order of steps, the decision of one arrival after another, and the turn of the record to a newer pseudonym key.
 * Doors: {@code kafka} follows the log and publishes documents. May use: {@code following}, {@code arrival}, {@code treatment},
 * {@code receipt}, {@code history}, {@code quarantine}, {@code erasure}, {@code merging}. Never: HTTP.
 */
@NullMarked
package org.hfsregistry.registry.registration;

import org.jspecify.annotations.NullMarked;
