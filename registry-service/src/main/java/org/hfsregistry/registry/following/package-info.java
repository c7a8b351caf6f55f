/**
 * The right to follow the log of what was submitted: who has it for a partition, from where on, and what stands against it.
 *
 * <p>Owns: claims to partitions, how far each was followed, the number of partitions that the log has to have, how far the record
 * is turned to a newer pseudonym key, and what waits for a key. Doors: {@code mongo} keeps how far it is, {@code health} tells
 * what waits. May use: {@code arrival}, {@code receipt}. Never: a consumer, what stands in the log.
 */
@NullMarked
package org.hfsregistry.registry.following;

import org.jspecify.annotations.NullMarked;
