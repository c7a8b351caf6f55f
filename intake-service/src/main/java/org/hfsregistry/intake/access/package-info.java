/**
 * Who calls.
 *
 * <p>Owns: what intake needs to know of a caller. Doors: {@code oauth2} (tokens, refusals). May use: the contract's names
 * of claims and scopes. Never: a token, which stays behind the door.
 */
@NullMarked
package org.hfsregistry.intake.access;

import org.jspecify.annotations.NullMarked;
