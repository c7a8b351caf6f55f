/**
 * The system of record: follows the log of submitted outcomes and keeps what it says.
 *
 * <p>Rooms: {@code registration} applies arrivals; {@code treatment}, {@code receipt}, {@code history} and {@code quarantine}
 * keep what comes of them and show it; {@code followup} and {@code export} are read from treatments; {@code audit} notes who read what; {@code arrival} has their words; {@code access} lets callers in; {@code mongodb} says
 * how values are stored.
 */
@NullMarked
package org.hfsregistry.registry;

import org.jspecify.annotations.NullMarked;
