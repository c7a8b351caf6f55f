/**
 * What could not be registered, or is held, and why, so that somebody can mend it.
 *
 * <p>Owns: quarantined arrivals, how each stands since, that it was submitted again, how many there are. Doors: {@code mongo}
 * keeps them, {@code kafka} submits again and publishes counts, {@code rest} shows a hospital its own, {@code timer} has them
 * counted. May use: {@code arrival}, {@code receipt}, {@code access}. Never:
 * drop one, keep bytes that are no outcome (a raw patient id may be among them), register anything: the log is the one way in.
 */
@NullMarked
package org.hfsregistry.registry.quarantine;

import org.jspecify.annotations.NullMarked;
