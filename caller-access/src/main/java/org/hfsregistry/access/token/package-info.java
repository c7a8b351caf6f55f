/**
 * How a bearer token becomes a caller, and how the caller is held against the rule of a path.
 *
 * <p>Owns: callers as Spring Security carries them, the settings of access. Of {@code access}. May use: {@code refusal}, Spring
 * Security, the contract's names of claims. Never: a token in the log.
 */
@NullMarked
package org.hfsregistry.access.token;

import org.jspecify.annotations.NullMarked;
