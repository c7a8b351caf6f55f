/**
 * Who calls.
 *
 * <p>Owns: what intake needs to know of a caller. Doors: {@code oauth2} (who may do what), {@code rate} (how often). May use:
 * {@code java..}. Never: a token, which stays behind the door.
 */
@NullMarked
package org.hfsregistry.intake.access;

import org.jspecify.annotations.NullMarked;
