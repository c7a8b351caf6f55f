/**
 * Who calls, and what a service asks of whom.
 *
 * <p>Owns: the caller, a service's rules of access. A service gives its {@link org.hfsregistry.access.AccessRules} as a bean;
 * the rest is done here. Doors: {@code web} (bearer tokens, sign-in,
 * refusals). May use: {@code java..}. Never: a service, a token,
 * a path that only one service knows.
 */
@NullMarked
package org.hfsregistry.access;

import org.jspecify.annotations.NullMarked;
