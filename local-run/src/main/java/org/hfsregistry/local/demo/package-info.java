/**
 * A sample played live, so that pages and boards move.
 *
 * <p>Owns: in which order and how fast its outcomes come, and how that is shown. Doors: {@link
 * org.hfsregistry.local.demo.PlayLive}, {@link org.hfsregistry.local.demo.DemoScreen}. May use: {@code submission}, the samples.
 * Never: an outcome that no sample has; a way into the registry other than intake's.
 */
@NullMarked
package org.hfsregistry.local.demo;

import org.jspecify.annotations.NullMarked;
