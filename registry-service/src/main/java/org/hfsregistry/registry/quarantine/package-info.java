/**
 * What could not be registered, and why, so that somebody can mend it.
 *
 * <p>Owns: quarantined arrivals. Doors: {@code mongo} keeps them, {@code rest} shows a hospital its own. May use: {@code
 * arrival}, {@code access}. Never: drop one, keep bytes that are no outcome (a raw patient id may be among them).
 */
@NullMarked
package org.hfsregistry.registry.quarantine;

import org.jspecify.annotations.NullMarked;
