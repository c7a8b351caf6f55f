/**
 * Changes as server-sent events.
 *
 * <p>A door: its types are package-private. Owns: the events' form, the threads that tell, when is looked for changes. May
 * use: its room, access, disclosure, Spring MVC. Never: another door, a number.
 */
@NullMarked
package org.hfsregistry.analytics.change.sse;

import org.jspecify.annotations.NullMarked;
