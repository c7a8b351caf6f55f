/**
 * How lists are handed out in pages, how many records an answer has, and by which tag it is known, for the {@code rest} doors of all rooms.
 *
 * <p>Owns: cursors, limits, the header {@code Link} (RFC 8288), tags of content. Doors: none. May use: {@code access}, Spring MVC. Never: know
 * what is listed.
 */
@NullMarked
package org.hfsregistry.registry.paging;

import org.jspecify.annotations.NullMarked;
