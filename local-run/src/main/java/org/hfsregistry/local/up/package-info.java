/**
 * Starting the whole registry on one machine, and stopping it.
 *
 * <p>Owns: the order of it all, and what is told about it. Doors: {@link org.hfsregistry.local.up.Up}. May use: all rooms of
 * this module but {@code command}, the embedded platform. Never: parsing arguments.
 */
@NullMarked
package org.hfsregistry.local.up;

import org.jspecify.annotations.NullMarked;
