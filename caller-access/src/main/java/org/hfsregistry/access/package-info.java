/**
 * Who calls, and what a service asks of whom.
 *
 * <p>Owns: the caller, a service's rules of access. A service gives its {@link org.hfsregistry.access.AccessRules} as a bean;
 * the rest is done here. Doors: {@code token} (who has one), {@code signin} (people), {@code refusal} (who is not let in), {@code
 * web} (all of it put together). May use: {@code java..}. Never: a service, a token, a path that only one service knows.
 */
@NullMarked
package org.hfsregistry.access;

import org.jspecify.annotations.NullMarked;
