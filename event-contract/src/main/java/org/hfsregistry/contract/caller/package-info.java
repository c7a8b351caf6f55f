/**
 * Who may ask the services for what.
 *
 * <p>Owns: the claim and the scopes of the bearer tokens. Doors: none. May use: {@code java..}. Never: a security
 * framework; caller-access has that.
 */
@NullMarked
package org.hfsregistry.contract.caller;

import org.jspecify.annotations.NullMarked;
